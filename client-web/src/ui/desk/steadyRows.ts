/** Lists that stand still while somebody is in them. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { now } from '../../store/browser';

/** How long what was treated keeps its place, in milliseconds. */
export const treatedFor = 6000;

export type Row<T> = {
  readonly item: T;
  /** When it left the list; undefined while it is in it. */
  readonly leftAt?: number;
};

type Named = { readonly id: string };

/**
 * The rows after the list became `live`. What left keeps its place for a while, and for as long as
 * the list is `held`; until then what is new comes last, so that no row moves.
 */
export const followRows = <T extends Named>(
  before: readonly Row<T>[],
  live: readonly T[],
  held: boolean,
  time: number,
): readonly Row<T>[] => {
  const byId = new Map(live.map((item) => [item.id, item]));
  const kept: Row<T>[] = [];
  let still = held;
  for (const { item, leftAt } of before) {
    const current = byId.get(item.id);
    if (current) {
      kept.push({ item: current });
    } else if (held || time - (leftAt ?? time) < treatedFor) {
      kept.push({ item, leftAt: leftAt ?? time });
      still = true;
    }
  }
  if (!still) return live.map((item) => ({ item }));
  const known = new Set(kept.map(({ item }) => item.id));
  return [...kept, ...live.filter(({ id }) => !known.has(id)).map((item) => ({ item }))];
};

/** The rows of a list, which is held while the pointer or the focus is in it; another `order` begins anew. */
export const useSteadyRows = <T extends Named>(
  list: RefObject<HTMLElement | null>,
  live: readonly T[],
  order = '',
): readonly Row<T>[] => {
  const rows = useRef<readonly Row<T>[]>([]);
  const held = useRef({ pointer: false, focus: false });
  const [, again] = useState(0);
  useEffect(() => {
    const place = list.current;
    if (!place) return;
    const set = (part: 'pointer' | 'focus', value: boolean) => () => {
      held.current[part] = value;
      if (!value) again((count) => count + 1);
    };
    const events = [
      ['pointerenter', set('pointer', true)],
      ['pointerleave', set('pointer', false)],
      ['focusin', set('focus', true)],
      ['focusout', set('focus', false)],
    ] as const;
    for (const [name, listener] of events) place.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of events) place.removeEventListener(name, listener);
    };
  }, [list]);
  const ordered = useRef(order);
  if (ordered.current !== order) rows.current = [];
  ordered.current = order;
  rows.current = followRows(rows.current, live, held.current.pointer || held.current.focus, now());
  const left = rows.current.some(({ leftAt }) => leftAt !== undefined);
  useEffect(() => {
    if (!left) return;
    const timer = setInterval(() => again((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [left]);
  return rows.current;
};
