/**
 * What a page costs the processor. The time its main thread really computed is counted, which other
 * work of the machine makes little longer, where a clock on the wall would count that work as well.
 */
import type { Page } from 'playwright-core';

/** How much slower than this machine the phone is. */
const slower = 4;

type Event = {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

export type Effort = {
  /** The longest task without a break, in milliseconds of a phone four times slower. */
  readonly longest: number;
  /** All tasks together, in the same measure. */
  readonly all: number;
};

const mainThread = 'CrRendererMain';

/** What the pages of this browser have to do while something goes on. */
export const effortOf = async (page: Page, during: () => Promise<unknown>): Promise<Effort> => {
  const cdp = await page.context().newCDPSession(page);
  const events: Event[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as Event);
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  await during();
  const complete = new Promise<void>((done) => {
    cdp.once('Tracing.tracingComplete', () => done());
  });
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  const threadOf = ({ pid, tid }: Event) => `${pid} ${tid}`;
  const main = new Set(
    events
      .filter(
        ({ ph, name, args }) => ph === 'M' && name === 'thread_name' && args?.name === mainThread,
      )
      .map(threadOf),
  );
  const tasks = events
    .filter(({ name }) => name === 'ThreadControllerImpl::RunTask')
    .filter((event) => main.has(threadOf(event)))
    .map(({ tdur = 0 }) => (slower * tdur) / 1000);
  if (tasks.length === 0) throw new Error('the browser told of no task');
  return { longest: Math.max(...tasks), all: tasks.reduce((sum, one) => sum + one, 0) };
};
