import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** One whole process, from its start to its end. */
export interface MeasuredProcess {
  readonly seconds: number;
  /** Of processors, all threads together: what the time would be on a machine with nothing else to do, or above. */
  readonly processorSeconds: number | null;
  /** Peak of the memory in use. This and the former are null where the system does not tell. */
  readonly megabytes: number | null;
}

/** Milliseconds between two looks at a process's memory. */
const glance = 5;

/**
 * Runs a program to its end.
 *
 * @param output file that gets its standard output; its standard error goes to the same name with `.err`
 * @throws Error with the last of what it complained of when it fails
 */
export async function measuredProcess(
  program: string,
  words: readonly string[],
  output: string,
): Promise<MeasuredProcess> {
  const [out, err] = [openSync(output, 'w'), openSync(`${output}.err`, 'w')];
  const from = performance.now();
  const child = spawn(program, words, { stdio: ['ignore', out, err] });
  const end = () => child.kill();
  process.once('exit', end);
  let last: Use | null = null;
  // The system adds up by itself, so that only what comes after the last look is missed.
  const timer = setInterval(() => (last = useOf(child.pid) ?? last), glance);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    const seconds = (performance.now() - from) / 1000;
    if (code !== 0) {
      throw new Error(`${program} ended with ${code}: ${readFileSync(`${output}.err`, 'utf8').slice(-500)}`);
    }
    return { seconds, ...(last ?? { processorSeconds: null, megabytes: null }) };
  } finally {
    clearInterval(timer);
    process.off('exit', end);
    closeSync(out);
    closeSync(err);
  }
}

type Use = { readonly processorSeconds: number; readonly megabytes: number };

/** From Linux's account of a process; null elsewhere, and when it has ended. */
function useOf(process: number | undefined): Use | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
    // After the program's name in brackets: the 12th and 13th field are hundredths of user's and system's time.
    const fields = readFileSync(`/proc/${process}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    if (kilobytes === undefined || fields === undefined) return null;
    return { processorSeconds: (Number(fields[11]) + Number(fields[12])) / 100, megabytes: Number(kilobytes) / 1000 };
  } catch {
    return null;
  }
}

/** The fastest of several runs: the others measure the machine. */
export async function fastestProcess<T extends MeasuredProcess>(runs: number, run: () => Promise<T>): Promise<T> {
  const all: T[] = [];
  for (let at = 0; at < runs; at += 1) all.push(await run());
  all.sort((left, right) => left.seconds - right.seconds);
  return all[0]!;
}
