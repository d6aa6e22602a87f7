/** How long nobody has touched the tablet. */
import { useEffect, useRef } from 'preact/hooks';
import { useNow } from '../hooks';

/** A tablet that nobody touches for so long is locked. */
export const idleLimit = 60_000;

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const;

/** The seconds left until the lock, which is called once they are over. */
export const useIdleLock = (lock: () => void): number => {
  const touched = useRef(Date.now());
  useEffect(() => {
    const touch = () => {
      touched.current = Date.now();
    };
    touch();
    for (const sign of signs) addEventListener(sign, touch, { passive: true, capture: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, touch, { capture: true });
    };
  }, []);
  // A clock that was set back must not keep a tablet open for ever.
  const idle = Math.abs(useNow(500) - touched.current);
  const over = idle >= idleLimit;
  useEffect(() => {
    if (over) lock();
  }, [over, lock]);
  return Math.max(0, Math.ceil((idleLimit - idle) / 1000));
};
