import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Heading } from '../parts/Page';
import { pageLasts, pageStarts, type Span } from './paging';
import { say } from './words';

/** Items that take turns; of more than that, the rest is counted. */
export const itemsMax = 60;

export type Item = { readonly key: string; readonly content: ComponentChildren };

type PagesProps = {
  /** What the list is. */
  readonly title: ComponentChildren;
  /** What is to be known of all its items, in a line. */
  readonly fact: ComponentChildren;
  readonly items: readonly Item[];
  /** When another item leads, its page is shown at once, whatever page is turned. */
  readonly lead?: string | undefined;
  /** What stands beside the list, for the items of the page that is turned. */
  readonly beside?: (from: number, to: number) => ComponentChildren;
};

type Layout = { readonly starts: readonly number[]; readonly tops: readonly number[] };

const oneByOne: Layout = { starts: [0], tops: [0] };

const sameNumbers = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((number, index) => number === other[index]);

/** Which of so many pages is shown: one after the other, beginning with this one when the lead changes. */
export const useTurns = (count: number, lead: string | undefined, first = 0): number => {
  const [turned, setTurned] = useState(0);
  const start = useRef(first);
  start.current = first;
  useEffect(() => {
    setTurned(start.current);
    if (count <= 1) return;
    const timer = setInterval(() => setTurned((page) => page + 1), pageLasts);
    return () => clearInterval(timer);
  }, [count, lead]);
  return count > 0 ? turned % count : 0;
};

/** A list without scrolling: whole items only, page after page. */
export const Pages = ({ title, fact, items, lead, beside }: PagesProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [layout, setLayout] = useState<Layout>(oneByOne);
  useResize();

  useLayoutEffect(() => {
    const spans = [...(list.current?.children ?? [])].map((item): Span => {
      const { offsetTop, offsetHeight } = item as HTMLElement;
      return { top: offsetTop, bottom: offsetTop + offsetHeight };
    });
    const starts = pageStarts(spans, frame.current?.clientHeight ?? 0);
    const tops = starts.map((start) => spans[start]?.top ?? 0);
    if (!sameNumbers(starts, layout.starts) || !sameNumbers(tops, layout.tops)) {
      setLayout({ starts, tops });
    }
  });

  const shown = items.slice(0, itemsMax);
  const at = shown.findIndex(({ key }) => key === lead);
  const count = layout.starts.length;
  const leads = layout.starts.filter((start) => start <= at).length - 1;
  const page = useTurns(count, lead, Math.max(0, leads));
  const from = layout.starts[page] ?? 0;
  const to = layout.starts[page + 1] ?? shown.length;
  const rest = items.length - itemsMax;
  const pages = (
    <div class="pages-frame" ref={frame}>
      <ol
        class="pages-list"
        ref={list}
        style={{ transform: `translateY(${-(layout.tops[page] ?? 0)}px)` }}
      >
        {shown.map(({ key, content }, index) => (
          <li
            key={key}
            class={index >= from && index < to ? 'wall-card' : 'wall-card wall-card-off'}
          >
            {content}
          </li>
        ))}
      </ol>
    </div>
  );
  return (
    <>
      <div class="view-head">
        <Heading>{title}</Heading>
        <p>
          {fact}
          {count > 1 ? (
            <span class="quiet page-of"> {say('pageOf', { page: page + 1, pages: count })}</span>
          ) : null}
          {rest > 0 ? <span class="quiet"> {say('more', { count: rest })}</span> : null}
        </p>
      </div>
      {beside ? (
        <div class="pages-beside">
          {beside(from, to)}
          {pages}
        </div>
      ) : (
        pages
      )}
    </>
  );
};

/** Draws anew when the window changes its size. */
export const useResize = (): void => {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const resized = () => again(undefined);
    addEventListener('resize', resized);
    return () => removeEventListener('resize', resized);
  }, []);
};
