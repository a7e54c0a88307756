import { answer, api, type Schemas } from '../../../api/client.js';
import { fetchPicture } from '../../../api/pictures.js';
import { ApiProblem } from '../../../api/problem.js';
import { deviceEnd } from '../../../device/device.js';
import {
  forgetPrepared,
  keepAnswer,
  keepPage,
  preparedNames,
  readAnswer,
  sessionName,
} from '../../../device/prepared.js';
import { readAssignment, type AssignmentList, type QueueStage } from '../assignments.js';
import { assignmentName, copyName, entryName, ofAssignment, pageName, queueName, stageName } from './prepared-names.js';
import type { Prepared, Size } from './prepared-stage.js';

type Entry = Schemas['PresentedEntryDto'];

export type PreparationState =
  | { kind: 'none' }
  | { kind: 'measuring'; done: number; of: number }
  /** Entries are here; `free` bytes of the device, null where it does not say. */
  | { kind: 'measured'; size: Size; free: number | null }
  | { kind: 'loading'; size: Size; done: number; bytes: number }
  | { kind: 'stopped'; size: Size; done: number }
  | ({ kind: 'ready'; isShellHere: boolean } & Prepared)
  | { kind: 'fault'; fault: 'full' | ApiProblem };

interface Page {
  publicId: string;
  file: string;
  bytes: number;
}

async function freeBytes(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
}

/** How long the code of the pages may take to arrive, in milliseconds. */
const shellPatience = 20_000;

/** Whether the code of the pages is here: without it the entries can be read in no other page than the one that is open. */
async function isShellKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration) return false;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), shellPatience));
  return registration.active !== null || (await Promise.race([navigator.serviceWorker.ready, late])) !== null;
}

/** What one stage needs without network, on its way to this device: it goes on while the judge reads other pages. */
export class Preparation {
  state: PreparationState = { kind: 'none' };
  private readonly listeners = new Set<() => void>();
  private stop = new AbortController();
  private running: Promise<void> = Promise.resolve();

  /** @param end aborted once the device is no more the person’s for whom this prepares it */
  constructor(
    private readonly name: string,
    private readonly end: AbortSignal,
  ) {
    end.addEventListener('abort', () => this.cancel(), { once: true });
    void this.recall();
  }

  get isOver(): boolean {
    return this.end.aborted;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): PreparationState => this.state;

  /** Brings the entries' answers here, anew where they are here, which tells how much their pages are. */
  measure(list: AssignmentList, stage: QueueStage): Promise<void> {
    return this.guard(async (signal) => {
      this.enter({ kind: 'measuring', done: 0, of: stage.assignments.length });
      await keepUnless(signal, sessionName, await answer(api.GET('/api/v1/session')));
      await keepUnless(signal, queueName, list);
      for (const [index, { publicId }] of stage.assignments.entries()) {
        await keepUnless(signal, assignmentName(publicId), await readAssignment(publicId));
        await keepUnless(signal, entryName(publicId), await readEntry(publicId));
        this.enter({ kind: 'measuring', done: index + 1, of: stage.assignments.length });
      }
      const { size } = await pagesOf(stage);
      this.enter({ kind: 'measured', size, free: await freeBytes() });
    });
  }

  /** Brings the pages here, one by one; those that are here already stay. */
  load(stage: QueueStage): Promise<void> {
    return this.guard(async (signal) => {
      await navigator.storage?.persist?.();
      const { files, size } = await pagesOf(stage);
      const there = new Set(await preparedNames('pages'));
      let [done, bytes] = [0, 0];
      this.enter({ kind: 'loading', size, done, bytes });
      for (const file of files) {
        for await (const loaded of loadCopy(file, there, signal)) {
          [done, bytes] = [done + 1, bytes + loaded];
          this.enter({ kind: 'loading', size, done, bytes });
        }
        if (signal.aborted) return this.enter({ kind: 'stopped', size, done });
      }
      const prepared: Prepared = { size, assignments: await hereOf(stage) };
      await keepUnless(signal, this.name, prepared);
      this.enter({ kind: 'ready', ...prepared, isShellHere: await isShellKept() });
    });
  }

  cancel(): void {
    this.stop.abort();
  }

  /** What is on its way arrives or is called off first: it would be here again after the removal. */
  remove(stage: QueueStage): Promise<void> {
    return this.guard(async () => {
      for (const { publicId } of stage.assignments) await forgetPrepared(ofAssignment(publicId));
      await forgetPrepared(this.name);
      if ((await preparedNames('answers', 'stage/')).length === 0) {
        for (const name of [queueName, sessionName]) await forgetPrepared(name);
      }
      this.enter({ kind: 'none' });
    });
  }

  /** What left the device meanwhile, here or in another tab, is called ready no more. */
  async renew(): Promise<void> {
    const before = this.state;
    if (before.kind !== 'ready') return;
    const prepared = await readAnswer<Prepared>(this.name);
    if (this.state === before) this.enter(prepared ? { ...before, ...prepared } : { kind: 'none' });
  }

  private async recall(): Promise<void> {
    const prepared = await readAnswer<Prepared>(this.name);
    if (!prepared) return;
    const isShellHere = await isShellKept();
    if (this.state.kind === 'none') this.enter({ kind: 'ready', ...prepared, isShellHere });
  }

  /** One act at a time: the one before is called off, and ends first. */
  private guard(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.cancel();
    const stop = new AbortController();
    this.stop = stop;
    if (this.isOver) stop.abort();
    this.running = this.running.then(() => this.run(act, stop.signal));
    return this.running;
  }

  private async run(act: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      await act(signal);
    } catch (error) {
      if (signal.aborted && this.state.kind === 'loading') {
        this.enter({ kind: 'stopped', size: this.state.size, done: this.state.done });
      } else if (signal.aborted) {
        this.enter({ kind: 'none' });
        // An earlier preparation stays as it was.
        if (!this.isOver) await this.recall();
      } else if (error instanceof DOMException && error.name === 'QuotaExceededError') {
        this.enter({ kind: 'fault', fault: 'full' });
      } else {
        this.enter({
          kind: 'fault',
          fault: error instanceof ApiProblem ? error : new ApiProblem('unknown', 500, null),
        });
      }
    }
  }

  private enter(state: PreparationState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** Checked at the moment of writing: what has been called off, or belongs to who was here before, is not kept. */
async function keepUnless(signal: AbortSignal, name: string, value: unknown): Promise<void> {
  signal.throwIfAborted();
  await keepAnswer(name, value);
}

const readEntry = (publicId: string): Promise<Entry> =>
  answer(api.GET('/api/v1/assignments/{publicId}/entry', { params: { path: { publicId } } }));

/** One may have been taken from the judge while the others came here. */
async function hereOf({ assignments }: QueueStage): Promise<string[]> {
  const here = new Set(await preparedNames('answers'));
  return assignments.map(({ publicId }) => publicId).filter((publicId) => here.has(assignmentName(publicId)));
}

async function pagesOf(stage: QueueStage): Promise<{ files: Page[]; size: Size }> {
  const files: Page[] = [];
  const size = { bytes: 0, pages: 0, missing: 0, films: 0 };
  for (const { publicId } of stage.assignments) {
    const entry = (await readAnswer<Entry>(entryName(publicId))) ?? (await readEntry(publicId));
    for (const { publicId: file, copy, isVideo } of entry.files) {
      if (isVideo) size.films += 1;
      if (!copy || copy.fault) continue;
      if (copy.state !== 'ready') size.missing += 1;
      size.pages += copy.pageCount ?? 0;
      size.bytes += copy.bytes;
      files.push({ publicId, file, bytes: copy.bytes });
    }
  }
  return { files, size };
}

/** Gives the bytes of each page as it is here; none for one that was here before. A link that is over is renewed. */
async function* loadCopy({ publicId, file }: Page, there: ReadonlySet<string>, signal: AbortSignal) {
  const read = async () => {
    const params = { path: { publicId, filePublicId: file } };
    const copy = await answer(api.GET('/api/v1/assignments/{publicId}/files/{filePublicId}/pages', { params }));
    await keepUnless(signal, copyName(publicId, file), copy);
    return copy;
  };
  let copy = await read();
  for (const { number } of copy.pages) {
    const name = pageName(publicId, file, number);
    let bytes = 0;
    if (!there.has(name)) {
      const picture = await fetchPicture(`${copy.url}/pages/${number}`, signal).catch(async (error: unknown) => {
        if (!(error instanceof ApiProblem) || error.code !== 'file-link-expired') throw error;
        copy = await read();
        return fetchPicture(`${copy.url}/pages/${number}`, signal);
      });
      signal.throwIfAborted();
      await keepPage(name, picture);
      bytes = picture.size;
    }
    yield bytes;
  }
}

const preparations = new Map<string, Preparation>();

/** One a stage, for as long as this page of the browser is there and the person works on this device. */
export function preparationOf(slug: string, stageKey: string): Preparation {
  const name = stageName(slug, stageKey);
  const known = preparations.get(name);
  if (known && !known.isOver) return known;
  const made = new Preparation(name, deviceEnd());
  preparations.set(name, made);
  return made;
}
