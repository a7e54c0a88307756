import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { systemPath } from '#config';
import { InterruptedError, type PageFormat, type PageSource, UnshowableError } from './page-source.js';
import { memorySignal, type PagesAnswer } from './pages-protocol.js';

/** What a file may take before it is not worth it. */
interface RendererLimits {
  /** Milliseconds that opening, and each page, may keep the renderer busy. */
  readonly patienceMs: number;
  /** Bytes of memory, those outside of what V8 limits included: pictures lie there. */
  readonly memoryBytes: number;
}

const usualLimits: RendererLimits = { patienceMs: 60_000, memoryBytes: 1_610_612_736 };

/** How a process ends over what it was given to do: its memory is used up, or it crashes. */
const ownEnds: readonly string[] = [memorySignal, 'SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGFPE'];

/**
 * Opens a file in a process of its own, with a memory and a time of its own: a page that exhausts either makes the file
 * unshowable, and the worker lives. Run from its sources, as in tests, there is no compiled process, and it renders here.
 *
 * @throws UnshowableError
 * @throws InterruptedError where the process was ended by somebody else
 */
export async function openPagesApart(
  path: string,
  format: PageFormat,
  limits: Partial<RendererLimits> = {},
): Promise<PageSource> {
  if (import.meta.filename.endsWith('.ts')) return (await import('./open-pages.js')).openPages(path, format);
  const { patienceMs, memoryBytes } = { ...usualLimits, ...limits };
  const program = fileURLToPath(new URL('./pages.process.js', import.meta.url));
  const child = fork(program, [path, format, String(memoryBytes)], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=768'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Nothing of ours is its business: no password, no key.
    env: { PATH: systemPath() },
  });
  // Between two pages nobody listens; the next one finds out.
  child.on('error', () => undefined);
  const close = () => {
    child.kill('SIGKILL');
    return Promise.resolve();
  };
  try {
    const opened = await answerOf(child, patienceMs);
    if (opened.kind !== 'opened') throw new Error('the renderer answers out of turn');
    const page = async (number: number) => {
      const answer = answerOf(child, patienceMs);
      if (child.connected) child.send({ number });
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

const tooHeavy: PagesAnswer = { kind: 'unshowable', fault: 'too-heavy' };

const broken: PagesAnswer = { kind: 'unshowable', fault: 'broken' };

/** What a renderer's end says of its file; null where it says nothing, since somebody else ended it. */
function endOf(code: number | null, signal: string | null): PagesAnswer | null {
  if (signal !== null) return ownEnds.includes(signal) ? tooHeavy : null;
  return code === 0 ? null : broken;
}

/**
 * The next thing that a renderer says, or what its end says.
 *
 * @param patienceMs milliseconds
 * @throws UnshowableError
 * @throws InterruptedError where the process was ended by somebody else
 */
export async function answerOf(child: ChildProcess, patienceMs: number): Promise<PagesAnswer> {
  const ears = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const answer = await new Promise<PagesAnswer | null>((resolve) => {
    const hear = <Given extends unknown[]>(event: string, act: (...given: Given) => void) => {
      child.on(event, act);
      ears.signal.addEventListener('abort', () => child.off(event, act));
    };
    timer = setTimeout(() => resolve(tooHeavy), patienceMs);
    hear('message', resolve);
    // It could not be started; what could not be sent to one that has ended is told by its end.
    hear('error', () => child.pid === undefined && resolve(null));
    hear('exit', (code: number | null, signal: string | null) => resolve(endOf(code, signal)));
    if (child.exitCode !== null || child.signalCode !== null) resolve(endOf(child.exitCode, child.signalCode));
  });
  clearTimeout(timer);
  ears.abort();
  if (answer === null) throw new InterruptedError();
  if (answer.kind === 'unshowable') throw new UnshowableError(answer.fault);
  return answer;
}
