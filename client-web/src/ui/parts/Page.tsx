import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sayCommon } from '../words';
import { LanguageSwitch } from './LanguageSwitch';

type PageProps = {
  /** Names the screen: when it changes, the heading is focused, so that it is read out. */
  readonly screen: string;
  /** In the tab of the browser. */
  readonly title: string;
  readonly header?: ComponentChildren;
  /** Where the languages are: on top where people arrive, nowhere on a screen that nobody touches. */
  readonly languages?: 'top' | 'foot' | 'none';
  /** Holds the screen's one h1, made with Heading. */
  readonly children: ComponentChildren;
};

/** The frame of every screen: the skip link, the header, the main part. */
export const Page = ({ screen, title, header, languages = 'foot', children }: PageProps) => {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} · ${sayCommon('product')}`;
  }, [title]);
  useArrival(screen);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {sayCommon('skip')}
      </button>
      {languages === 'top' ? <LanguageSwitch /> : null}
      {header}
      <main ref={main} tabIndex={-1}>
        {children}
      </main>
      {languages === 'foot' ? <LanguageSwitch /> : null}
    </>
  );
};

/** When the screen of this name changes, starts at its top, with the heading read out. */
export const useArrival = (screen: string): void => {
  const last = useRef(screen);
  useEffect(() => {
    if (last.current === screen) return;
    last.current = screen;
    arrive();
  }, [screen]);
};

/**
 * At the top of the page, with its heading read out; where one comes back to something that the
 * screen marks, at that, as far from the top of the window as it says.
 */
export const arrive = (): void => {
  const mark = document.querySelector<HTMLElement>('[data-return]');
  if (mark) {
    mark.focus({ preventScroll: true });
    scrollBy(0, mark.getBoundingClientRect().top - Number(mark.dataset.return));
  } else {
    document.querySelector('h1')?.focus();
    scrollTo(0, 0);
  }
};

type HeadingProps = {
  readonly children: ComponentChildren;
  /** What does not fit in a few lines is written smaller. */
  readonly long?: boolean | 'very';
};

/** The one heading of a screen, which takes the focus when the screen changes. */
export const Heading = ({ children, long }: HeadingProps) => (
  <h1
    tabIndex={-1}
    class={long === 'very' ? 'heading-very-long' : long ? 'heading-long' : undefined}
  >
    {children}
  </h1>
);
