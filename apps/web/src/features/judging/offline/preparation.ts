import { answer, api, type Schemas } from '../../../api/client.js';
import { fetchPicture } from '../../../api/pictures.js';
import { ApiProblem } from '../../../api/problem.js';
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

type Entry = Schemas['PresentedEntryDto'];

/** Bytes of pages, by the server's count. */
export interface Size {
  bytes: number;
  pages: number;
  /** Copies that are not rendered yet: they are not among the pages. */
  missing: number;
}

export type PreparationState =
  | { kind: 'none' }
  | { kind: 'measuring'; done: number; of: number }
  /** Entries are here; `free` bytes of the device, null where it does not say. */
  | { kind: 'measured'; size: Size; free: number | null }
  | { kind: 'loading'; size: Size; done: number; bytes: number }
  | { kind: 'stopped'; size: Size; done: number }
  | { kind: 'ready'; size: Size }
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

/** Without the code of the pages the entries would be of no use. */
async function shellIsKept(): Promise<void> {
  if (await navigator.serviceWorker?.getRegistration()) await navigator.serviceWorker.ready;
}

/** What one stage needs without network, on its way to this device: it goes on while the judge reads other pages. */
export class Preparation {
  state: PreparationState = { kind: 'none' };
  private readonly listeners = new Set<() => void>();
  private stop = new AbortController();

  constructor(private readonly name: string) {
    void readAnswer<Size>(name).then((size) => {
      if (size && this.state.kind === 'none') this.enter({ kind: 'ready', size });
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): PreparationState => this.state;

  /** Brings the entries' answers here, which tells how much their pages are. What is here already is not brought again. */
  measure(list: AssignmentList, stage: QueueStage): Promise<void> {
    return this.guard(async (signal) => {
      this.enter({ kind: 'measuring', done: 0, of: stage.assignments.length });
      await keepAnswer(sessionName, await answer(api.GET('/api/v1/session')));
      await keepAnswer(queueName, list);
      for (const [index, { publicId }] of stage.assignments.entries()) {
        if (signal.aborted) return this.enter({ kind: 'none' });
        await keepAnswer(assignmentName(publicId), await readAssignment(publicId));
        await this.entryOf(publicId);
        this.enter({ kind: 'measuring', done: index + 1, of: stage.assignments.length });
      }
      const { size } = await this.pagesOf(stage);
      this.enter({ kind: 'measured', size, free: await freeBytes() });
    });
  }

  /** Brings the pages here, one by one; those that are here already stay. */
  load(stage: QueueStage): Promise<void> {
    return this.guard(async (signal) => {
      await navigator.storage?.persist?.();
      const { files, size } = await this.pagesOf(stage);
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
      await shellIsKept();
      await keepAnswer(this.name, size);
      this.enter({ kind: 'ready', size });
    });
  }

  cancel(): void {
    this.stop.abort();
  }

  async remove(stage: QueueStage): Promise<void> {
    this.cancel();
    for (const { publicId } of stage.assignments) await forgetPrepared(ofAssignment(publicId));
    await forgetPrepared(this.name);
    if ((await preparedNames('answers', 'stage/')).length === 0) {
      for (const name of [queueName, sessionName]) await forgetPrepared(name);
    }
    this.enter({ kind: 'none' });
  }

  private async entryOf(publicId: string): Promise<Entry> {
    const kept = await readAnswer<Entry>(entryName(publicId));
    if (kept) return kept;
    const entry = await answer(api.GET('/api/v1/assignments/{publicId}/entry', { params: { path: { publicId } } }));
    await keepAnswer(entryName(publicId), entry);
    return entry;
  }

  private async pagesOf(stage: QueueStage): Promise<{ files: Page[]; size: Size }> {
    const files: Page[] = [];
    const size: Size = { bytes: 0, pages: 0, missing: 0 };
    for (const { publicId } of stage.assignments) {
      for (const { publicId: file, copy } of (await this.entryOf(publicId)).files) {
        if (!copy || copy.fault) continue;
        if (copy.state !== 'ready') size.missing += 1;
        size.pages += copy.pageCount ?? 0;
        size.bytes += copy.bytes;
        files.push({ publicId, file, bytes: copy.bytes });
      }
    }
    return { files, size };
  }

  private async guard(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop.abort();
    this.stop = new AbortController();
    const { signal } = this.stop;
    try {
      await act(signal);
    } catch (error) {
      if (signal.aborted && this.state.kind === 'loading') {
        this.enter({ kind: 'stopped', size: this.state.size, done: this.state.done });
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

/** Gives the bytes of each page as it is here; none for one that was here before. A link that is over is renewed. */
async function* loadCopy({ publicId, file }: Page, there: ReadonlySet<string>, signal: AbortSignal) {
  const read = async () => {
    const params = { path: { publicId, filePublicId: file } };
    const copy = await answer(api.GET('/api/v1/assignments/{publicId}/files/{filePublicId}/pages', { params }));
    await keepAnswer(copyName(publicId, file), copy);
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
      await keepPage(name, picture);
      bytes = picture.size;
    }
    yield bytes;
  }
}

const preparations = new Map<string, Preparation>();

/** One a stage, for as long as this page of the browser is there. */
export function preparationOf(slug: string, stageKey: string): Preparation {
  const name = stageName(slug, stageKey);
  const known = preparations.get(name);
  if (known) return known;
  const made = new Preparation(name);
  preparations.set(name, made);
  return made;
}
