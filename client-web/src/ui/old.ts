/** For browsers of 2018. Every page imports it before anything else. */
const { window: browser } = self as unknown as { window: { queueMicrotask?: unknown } };

browser.queueMicrotask ??= (task: () => void) => {
  Promise.resolve()
    .then(task)
    .catch((error) =>
      setTimeout(() => {
        throw error;
      }),
    );
};

export {};
