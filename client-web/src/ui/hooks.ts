import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { Code, Credential } from '../protocol/messages';
import { browserSurroundings, now, onWake } from '../store/browser';
import { browserRandom } from '../store/identity';
import { createStore, type Store, type Tablet, type View } from '../store/store';
import type { Storage } from '../sync/storage';
import { followBoard } from './start';

/** A live store of this board, for as long as the page is open; `build` keeps it beyond that. */
export const useStore = (
  code: Code,
  credential: Credential,
  storage: Storage,
  tablet?: Tablet,
  build?: string,
): Store => {
  const { helper, use } = tablet ?? {};
  const store = useMemo(
    () =>
      createStore({
        code,
        credential,
        tablet: helper === undefined || use === undefined ? undefined : { helper, use },
        storage,
        build,
        random: browserRandom,
        now,
        surroundings: browserSurroundings,
      }),
    [code, credential, storage, helper, use, build],
  );
  useEffect(() => {
    store.start();
    const callOffWake = onWake(store.wake);
    addEventListener('pagehide', store.leave);
    return () => {
      callOffWake();
      removeEventListener('pagehide', store.leave);
    };
  }, [store]);
  return store;
};

/** The store's view, painted anew whenever the store says so. */
export const useView = (store: Store): View => {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    again(undefined);
    return store.watch(() => again(undefined));
  }, [store]);
  const view = store.view();
  const { about } = view.board;
  if (about) followBoard(about.language);
  return view;
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
