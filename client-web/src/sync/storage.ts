/** Texts kept by name: a browser's localStorage, or memory where that is refused. */
export type Storage = {
  readonly read: (key: string) => string | undefined;
  readonly write: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
};

/** Keeps nothing beyond the page. */
export const memoryStorage = (): Storage => {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key),
    write: (key, value) => {
      kept.set(key, value);
    },
    remove: (key) => {
      kept.delete(key);
    },
  };
};

/** The value of a JSON text that passes a check, or undefined. */
export const readJson = <T>(
  storage: Storage,
  key: string,
  check: (value: unknown) => value is T,
): T | undefined => {
  try {
    const value: unknown = JSON.parse(storage.read(key) ?? 'null');
    return check(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
