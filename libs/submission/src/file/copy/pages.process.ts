import { Worker } from 'node:worker_threads';
import { openPages } from './open-pages.js';
import { type PageFormat, type PageSource, UnshowableError } from './page-source.js';
import { memorySignal, type PagesAnswer, type PagesRequest } from './pages-protocol.js';

// The process that renders, started by `open-pages-apart`. What it is asked comes one question after the other.
const [path = '', format = '', memoryBytes = '0'] = process.argv.slice(2);

// Runs beside the rendering, which may keep this thread busy: too much memory, or nobody left who asked, is the end.
const watch = `const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > ${Number(memoryBytes)}) process.kill(process.pid, '${memorySignal}');
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 100);`;
new Worker(watch, { eval: true }).unref();

// Whoever stops the worker stops this one by closing the channel; a signal to the group is not the file's fault.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

const say = (answer: PagesAnswer) => process.send?.(answer);

function fault(error: unknown): PagesAnswer {
  return { kind: 'unshowable', fault: error instanceof UnshowableError ? error.fault : 'broken' };
}

async function serve(): Promise<void> {
  let source: PageSource;
  try {
    source = await openPages(path, format as PageFormat);
  } catch (error) {
    say(fault(error));
    return;
  }
  process.on('message', ({ number }: PagesRequest) => {
    source.page(number).then(
      (page) => say({ kind: 'page', page }),
      (error: unknown) => say(fault(error)),
    );
  });
  say({ kind: 'opened', pageCount: source.pageCount });
}

void serve();
