/** The end of every switch over a union: it does not compile until each member is handled. */
export const unreachable = (value: never): never => {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
};
