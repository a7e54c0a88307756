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

const copyOf = async (publicId: string) => (await team.get<object>(`/api/v1/entry-files/${publicId}/pages`)).body;

describe('the process that renders', () => {
  it('leaves a file without a viewing copy, and its worker alive, when it is killed at a page', async () => {
    const module = await load<{ ViewingCopyService: typeof ViewingCopyService }>(
      join('file', 'copy', 'viewing-copy.service.js'),
    );
    const copies = new module.ViewingCopyService(api.dataSource, api.app.get<StorageDriver>(storageToken), 'none');
    const [large, small] = [await readyFile(100), await readyFile(2)];
    const rendering = copies.run(large.id);
    await until(async () => {
      const rows = await api.dataSource.query<object[]>(
        'select from viewing_pages where file_id = $1 and stored_at is not null limit 1',
        [large.id],
      );
      return rows.length > 0;
    }, 60_000);
    process.kill(renderer() ?? 0, 'SIGKILL');
    await rendering;
    expect(await copyOf(large.publicId)).toMatchObject({ state: 'unshowable', fault: 'too-heavy', pages: [] });
    // It would end in the same way: it is not begun again, and the next one is.
    expect(await copies.pending()).toEqual([small.id]);
    await copies.run(small.id);
    expect(await copyOf(small.publicId)).toMatchObject({ state: 'ready', pageCount: 2 });
    await until(() => Promise.resolve(renderer() === null), 10_000);
  });

  it('is ended when it hangs', async () => {
    const path = join(folder, 'plan.pdf');
    writeFileSync(path, await pdf());
    type Open = (path: string, format: 'pdf', patienceMs: number) => Promise<PageSource>;
    const module = await load<{ openPagesApart: Open }>(join('file', 'copy', 'open-pages-apart.js'));
    const source = await module.openPagesApart(path, 'pdf', 10_000);
    process.kill(renderer() ?? 0, 'SIGSTOP');
    await expect(source.page(1)).rejects.toMatchObject({ fault: 'too-heavy' });
    await source.close();
    await until(() => Promise.resolve(renderer() === null), 10_000);
  });
});
