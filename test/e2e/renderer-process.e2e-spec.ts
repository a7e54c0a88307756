import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { storageToken, type StorageDriver } from '#storage';
import { FileCheckService, type ViewingCopyService } from '#submission';
import type { PageSource } from '../../libs/submission/src/file/copy/page-source.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { entryTeam, newDraft } from '../builders/entry-team.js';
import { pdf } from '../builders/sample-files.js';
import { upload } from '../builders/tus.js';
import { until } from '../builders/until.js';

jest.setTimeout(120_000);

// Run from its sources, the worker renders in its own process; the built one starts another.
const built = join(import.meta.dirname, '..', '..', 'dist', 'libs', 'submission', 'src');
const load = async <Module>(path: string) => (await import(pathToFileURL(join(built, path)).href)) as Module;

let api: TestApi;
let team: Asker;
let slug: string;
let folder: string;

beforeAll(async () => {
  api = await startApi();
  ({ team, slug } = await entryTeam(api));
  folder = mkdtempSync(join(tmpdir(), 'leitai-renderer-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

/** The renderer that this process has started; null where there is none. */
function renderer(): number | null {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const isOurs = (pid: string) => {
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pages.process');
    } catch {
      return false;
    }
  };
  const found = pids.find(isOurs);
  return found === undefined ? null : Number(found);
}

async function readyFile(pages: number): Promise<{ publicId: string; id: string }> {
  const bytes = await pdf(undefined, pages);
  const { publicId } = await upload(team, await newDraft(team, slug), { name: 'plan.pdf', bytes });
  const [row] = await api.dataSource.query<{ id: string }[]>('select id from entry_files where public_id = $1', [
    publicId,
  ]);
  const id = row?.id ?? '';
  await new FileCheckService(api.dataSource, api.app.get<StorageDriver>(storageToken), undefined).run(id);
  return { publicId, id };
}

const copyOf = async (publicId: string) =>
  (await team.get<{ pages: object[] }>(`/api/v1/entry-files/${publicId}/pages`)).body;

async function builtCopies(): Promise<ViewingCopyService> {
  const path = join('file', 'copy', 'viewing-copy.service.js');
  const module = await load<{ ViewingCopyService: typeof ViewingCopyService }>(path);
  return new module.ViewingCopyService(api.dataSource, api.app.get<StorageDriver>(storageToken), 'none');
}

/** Renders until a further page is stored, sends the renderer the signals, and waits for its end. */
async function killWhileRendering(copies: ViewingCopyService, id: string, ...signals: NodeJS.Signals[]): Promise<void> {
  const stored = async () => {
    const [row] = await api.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from viewing_pages where file_id = $1 and stored_at is not null',
      [id],
    );
    return row?.count ?? 0;
  };
  const before = await stored();
  const rendering = copies.run(id).catch((error: unknown) => error);
  await until(async () => (await stored()) > before, 60_000);
  for (const signal of signals) process.kill(renderer() ?? 0, signal);
  await rendering;
}

async function openApart(limits: { patienceMs?: number; memoryBytes?: number }): Promise<PageSource> {
  const path = join(folder, 'plan.pdf');
  writeFileSync(path, await pdf());
  type Open = (path: string, format: 'pdf', limits: object) => Promise<PageSource>;
  const module = await load<{ openPagesApart: Open }>(join('file', 'copy', 'open-pages-apart.js'));
  return module.openPagesApart(path, 'pdf', limits);
}

describe('the process that renders', () => {
  it('goes on where it was when it is killed from outside, and is given up at the third time', async () => {
    const copies = await builtCopies();
    const [large, small] = [await readyFile(100), await readyFile(2)];
    await killWhileRendering(copies, large.id, 'SIGKILL');
    const { pages, ...standing } = await copyOf(large.publicId);
    expect(standing).toMatchObject({ state: 'waiting', fault: null, pageCount: 100 });
    expect(pages.length).toBeGreaterThan(0);
    await killWhileRendering(copies, large.id, 'SIGTERM', 'SIGKILL');
    expect((await copyOf(large.publicId)).pages.length).toBeGreaterThan(pages.length);
    expect(await copies.pending()).toEqual([large.id, small.id]);
    await killWhileRendering(copies, large.id, 'SIGKILL');
    expect(await copyOf(large.publicId)).toMatchObject({ state: 'unshowable', fault: 'too-heavy', pages: [] });
    // It is not begun again by itself, and the next one is.
    expect(await copies.pending()).toEqual([small.id]);
    await copies.run(small.id);
    expect(await copyOf(small.publicId)).toMatchObject({ state: 'ready', pageCount: 2 });
    await until(() => Promise.resolve(renderer() === null), 10_000);
  });

  it('leaves a file without a viewing copy, and its worker alive, when it crashes at a page', async () => {
    const copies = await builtCopies();
    const { id, publicId } = await readyFile(100);
    await killWhileRendering(copies, id, 'SIGABRT');
    expect(await copyOf(publicId)).toMatchObject({ state: 'unshowable', fault: 'too-heavy', pages: [] });
    expect(await copies.pending()).toEqual([]);
  });

  it('is ended when it hangs', async () => {
    const source = await openApart({ patienceMs: 10_000 });
    process.kill(renderer() ?? 0, 'SIGSTOP');
    await expect(source.page(1)).rejects.toMatchObject({ fault: 'too-heavy' });
    await source.close();
    await until(() => Promise.resolve(renderer() === null), 10_000);
  });

  it('ends itself when it takes more memory than it may, which the file is told of', async () => {
    const ended = () => until(() => Promise.resolve(renderer() === null), 10_000);
    // It looks at its memory ten times a second: a small file may be open by then, and the next page tells.
    const rendered = openApart({ memoryBytes: 1024 * 1024 }).then(async (source) => {
      await ended();
      return source.page(1);
    });
    await expect(rendered).rejects.toMatchObject({ fault: 'too-heavy' });
    await ended();
  });

  it('that has been killed between two pages says nothing of the file', async () => {
    const source = await openApart({});
    const pid = renderer() ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(() => Promise.resolve(renderer() === null), 10_000);
    await expect(source.page(1)).rejects.toThrow('ended from outside');
  });
});
