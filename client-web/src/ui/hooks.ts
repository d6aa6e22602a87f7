import { useEffect, useReducer, useState } from 'preact/hooks';
import { now } from '../store/browser';
import type { Store, View } from '../store/store';

/** The store's view, painted anew whenever the store says so. */
export const useView = (store: Store): View => {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    again(undefined);
    return store.watch(() => again(undefined));
  }, [store]);
  return store.view();
};

/** The time by this device's clock, anew every so often; it stands still while not `running`. */
export const useNow = (every: number, running = true): number => {
  const [time, setTime] = useState(now);
  useEffect(() => {
    if (!running) return;
    setTime(now());
    const timer = setInterval(() => setTime(now()), every);
    return () => clearInterval(timer);
  }, [every, running]);
  return time;
};

/** Whether so much time has passed since this part was first shown. */
export const useLater = (milliseconds: number): boolean => {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return later;
};
