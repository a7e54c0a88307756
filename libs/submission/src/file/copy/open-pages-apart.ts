import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { systemPath } from '#config';
import { type PageFormat, type PageSource, UnshowableError } from './page-source.js';
import type { PagesAnswer } from './pages-protocol.js';

/** Milliseconds after which whatever a page keeps its renderer busy with is not worth it. */
const pagePatienceMs = 60_000;

/**
 * Opens a file in a process of its own, with a memory and a time of its own: a page that exhausts either makes the file
 * unshowable, and the worker lives. Run from its sources, as in tests, there is no compiled process, and it renders here.
 *
 * @param patienceMs milliseconds that opening, and each page, may take
 * @throws UnshowableError
 */
export async function openPagesApart(
  path: string,
  format: PageFormat,
  patienceMs = pagePatienceMs,
): Promise<PageSource> {
  if (import.meta.filename.endsWith('.ts')) return (await import('./open-pages.js')).openPages(path, format);
  const child = fork(fileURLToPath(new URL('./pages.process.js', import.meta.url)), [path, format], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=768'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Nothing of ours is its business: no password, no key.
    env: { PATH: systemPath() },
  });
  const close = () => {
    child.kill('SIGKILL');
    return Promise.resolve();
  };
  try {
    const opened = await answerOf(child, patienceMs);
    if (opened.kind !== 'opened') throw new Error('the renderer answers out of turn');
    const page = async (number: number) => {
      const answer = answerOf(child, patienceMs);
      child.send({ number });
      const given = await answer;
      if (given.kind !== 'page') throw new Error('the renderer answers out of turn');
      return given.page;
    };
    return { pageCount: opened.pageCount, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function answerOf(child: ChildProcess, patienceMs: number): Promise<PagesAnswer> {
  const ears = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const answer = await new Promise<PagesAnswer>((resolve) => {
    const gaveUp = () => resolve({ kind: 'unshowable', fault: 'too-heavy' });
    timer = setTimeout(gaveUp, patienceMs);
    const hear = (event: string, act: (message: PagesAnswer) => void) => {
      child.on(event, act);
      ears.signal.addEventListener('abort', () => child.off(event, act));
    };
    hear('message', resolve);
    hear('error', gaveUp);
    hear('exit', gaveUp);
  });
  clearTimeout(timer);
  ears.abort();
  if (answer.kind === 'unshowable') throw new UnshowableError(answer.fault);
  return answer;
}
