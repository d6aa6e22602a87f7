/** The only file that touches the browser's storage, clock, randomness and sockets. */
import { subprotocol } from '../protocol/messages';
import type { Socket, Surroundings } from '../sync/connection';
import { memoryStorage, type Storage } from '../sync/storage';

const works = (storage: Window['localStorage']): boolean => {
  const key = 'koudmen.try';
  storage.setItem(key, key);
  storage.removeItem(key);
  return true;
};

/** localStorage, or memory where it is refused (private windows, in-app browsers, full disks). */
export const browserStorage = (): Storage => {
  const fallback = memoryStorage();
  try {
    const local = window.localStorage;
    if (!works(local)) return fallback;
    return {
      read: (key) => fallback.read(key) ?? local.getItem(key) ?? undefined,
      write: (key, value) => {
        try {
          local.setItem(key, value);
          fallback.remove(key);
        } catch {
          fallback.write(key, value);
        }
      },
      remove: (key) => {
        fallback.remove(key);
        local.removeItem(key);
      },
    };
  } catch {
    return fallback;
  }
};

const socketAddress = (): string => {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
};

export const browserSurroundings: Surroundings = {
  openSocket: () => new WebSocket(socketAddress(), subprotocol) as Socket,
  random: Math.random,
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Calls when the page or the network comes back, or the network goes, until it is called off. */
export const onWake = (wake: () => void): (() => void) => {
  const seen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const signs = ['online', 'offline', 'pageshow'];
  for (const sign of signs) window.addEventListener(sign, wake);
  document.addEventListener('visibilitychange', seen);
  return () => {
    for (const sign of signs) window.removeEventListener(sign, wake);
    document.removeEventListener('visibilitychange', seen);
  };
};

export const now = (): number => Date.now();

/** The page's own program; its name changes with its content. */
export const build = import.meta.url;

type Policy = { readonly createScriptURL: (text: string) => string };
/** What the content policy asks of a page that names a script: this one, and no other that anybody may hand in. */
const workerAddress = (): string => {
  const address = '/sw.js';
  const { trustedTypes } = window as {
    trustedTypes?: { readonly createPolicy: (name: string, rules: Policy) => Policy };
  };
  const policy = trustedTypes?.createPolicy('koudmen', { createScriptURL: () => address });
  return policy ? policy.createScriptURL('') : address;
};

/** Where the browser may, keeps the phone's page on the phone, once it needs the network no more. */
export const keepPage = (): void => {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  // What was asked for before anything was kept is asked for again; the browser still has it.
  serviceWorker.addEventListener('controllerchange', () => {
    for (const { name } of performance.getEntriesByType('resource')) {
      if (name.includes('/assets/')) fetch(name).catch(() => {});
    }
  });
  addEventListener('load', () => {
    serviceWorker.register(workerAddress(), { scope: '/b/' }).catch(() => {});
  });
};

/** Lets this board's page be put among the apps of the phone. */
export const offerInstalling = (code: string): void => {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = `/b/${code}/app.webmanifest`;
  document.head.appendChild(link);
};

/** Loads the page from the network alone. */
export const reloadAnew = async (): Promise<void> => {
  if ('caches' in window) await caches.delete('phone').catch(() => {});
  location.reload();
};
