import { options } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What each key of the queue does, in the order in which they are listed. */
export const keys = [
  { act: 'next', shown: 'J  ↓', on: ['j', 'ArrowDown'] },
  { act: 'previous', shown: 'K  ↑', on: ['k', 'ArrowUp'] },
  { act: 'publish', shown: 'P', on: ['p'] },
  { act: 'ask', shown: 'Q', on: ['q'] },
  { act: 'decline', shown: 'R', on: ['r'] },
  { act: 'reword', shown: 'M', on: ['m'] },
  { act: 'read', shown: 'L', on: ['l'] },
  { act: 'undo', shown: 'Z', on: ['z'] },
  { act: 'leave', shown: undefined, on: ['Escape'] },
  { act: 'help', shown: '?', on: ['?'] },
] as const;

/** Where a key takes the keyboard to: the first control of the part of this name. It changes nothing. */
export const places = [
  { place: 'screen', key: 'a' },
  { place: 'clock', key: 't' },
  { place: 'message', key: 'n' },
  { place: 'agenda', key: 'd' },
  { place: 'phase', key: 'e' },
  { place: 'vote', key: 'v' },
  { place: 'queue', key: 'f' },
  { place: 'published', key: 'g' },
] as const;

const goTo = (key: string): boolean => {
  const place = places.find((one) => one.key === key.toLowerCase())?.place;
  const part = place && document.querySelector(`section[aria-labelledby=${place}]`);
  const control = part?.querySelector<HTMLElement>('button:enabled, select:enabled, input:enabled');
  control?.focus();
  return control !== undefined && control !== null;
};

export type KeyAct = (typeof keys)[number]['act'];

const actOf = (key: string): KeyAct | undefined =>
  keys.find(({ on }) =>
    (on as readonly string[]).includes(key.length === 1 ? key.toLowerCase() : key),
  )?.act;

/** Where letters are typed, and arrows move something else. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null;

/**
 * What `change` changes is on the screen when this returns. Who types fast is not asked to wait for a
 * frame: the next key belongs to what this one opened.
 */
const rendered = (change: () => void): void => {
  const { debounceRendering: usual } = options;
  let render: (() => void) | undefined;
  options.debounceRendering = (due) => {
    render = due;
  };
  try {
    change();
    render?.();
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
};

/** Calls for each key of the queue that is pressed, except while something is being written. */
export const useKeys = (on: boolean, press: (act: KeyAct) => void): void => {
  const latest = useRef(press);
  latest.current = press;
  // Before the next key: once they are turned off, none is heard.
  useLayoutEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent) => {
      const act = actOf(event.key);
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (writes(event.target) && act !== 'leave') return;
      if (!act) {
        if (goTo(event.key)) event.preventDefault();
        return;
      }
      event.preventDefault();
      rendered(() => latest.current(act));
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [on]);
};
