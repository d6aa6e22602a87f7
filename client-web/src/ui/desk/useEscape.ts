import { useEffect, useRef } from 'preact/hooks';

/** For a form that was opened by a button: Escape closes it, and the keyboard goes back there. */
export const useEscape = (close: () => void) => {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    opener.current = document.activeElement as HTMLElement | null;
  }, []);
  const leave = () => {
    close();
    opener.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
  };
  return { leave, onKeyDown };
};
