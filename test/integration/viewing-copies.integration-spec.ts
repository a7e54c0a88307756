import { Readable } from 'node:stream';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStorageKey, PartialUploads, storageToken, type StorageDriver } from '#storage';
import { FileCheckService, FileSweepService, ViewingCopyService } from '#submission';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { entryTeam, newDraft } from '../builders/entry-team.js';
import { document } from '../builders/office-files.js';
import { checkAndRender, openedWithoutCookie, picture } from '../builders/pages.js';
import { pdf } from '../builders/sample-files.js';
import { removeFile, upload } from '../builders/tus.js';

let api: TestApi;
let team: Asker;
let entry: string;
let slug: string;
let editionId: string;
let storage: StorageDriver;

beforeAll(async () => {
  api = await startApi();
  ({ team, entry, slug, editionId } = await entryTeam(api));
  storage = api.app.get<StorageDriver>(storageToken);
});

afterAll(() => api.close());

interface Copy {
  readonly state: string;
  readonly fault: string | null;
  readonly pageCount: number | null;
  readonly pages: readonly { readonly number: number; readonly width: number; readonly height: number }[];
  readonly url: string;
}

const copyOf = async (publicId: string) => (await team.get<Copy>(`/api/v1/entry-files/${publicId}/pages`)).body;

async function idOf(publicId: string): Promise<string> {
  const rows = await api.dataSource.query<{ id: string }[]>('select id from entry_files where public_id = $1', [
    publicId,
  ]);
  return rows[0]?.id ?? '';
}

/** Files a file that is ready; its copy waits. */
async function ready(name: string, bytes: Buffer, draft = entry): Promise<{ publicId: string; id: string }> {
  const { publicId } = await upload(team, draft, { name, bytes });
  const checks = new FileCheckService(api.dataSource, storage, undefined);
  const id = await idOf(publicId);
  await checks.run(id);
  return { publicId, id };
}

async function keysOf(id: string): Promise<string[]> {
  const rows = await api.dataSource.query<{ key: string }[]>(
    `select unnest(array[page_key, thumbnail_key]) as key from viewing_pages where file_id = $1`,
    [id],
  );
  return rows.map(({ key }) => key);
}

describe('a viewing copy', () => {
  it('is waiting, then shows every page as a picture of at most 200 kB, with a thumbnail', async () => {
    const { publicId } = await ready('plan.pdf', await pdf(undefined, 3));
    expect(await copyOf(publicId)).toMatchObject({ state: 'waiting', pageCount: null, pages: [] });
    await checkAndRender(api);
    const copy = await copyOf(publicId);
    expect(copy).toMatchObject({ state: 'ready', fault: null, pageCount: 3 });
    expect(copy.pages.map(({ number, width, height }) => [number, width, height])).toEqual(
      [1, 2, 3].map((number) => [number, 1600, 1067]),
    );
    const page = await openedWithoutCookie(api, `${copy.url}/pages/2`);
    expect(page).toMatchObject({ status: 200 });
    expect(page.body.length).toBeLessThanOrEqual(200_000);
    expect(page.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const thumbnail = await loadImage((await openedWithoutCookie(api, `${copy.url}/thumbnails/3`)).body);
    expect([thumbnail.width, thumbnail.height]).toEqual([240, 160]);
    const rows = await api.dataSource.query<object[]>(
      `select number, content from viewing_pages where file_id = $1 order by 1`,
      [await idOf(publicId)],
    );
    expect(rows).toMatchObject([{ content: 'Page 1' }, { content: 'Page 2' }, { content: 'Page 3' }]);
  });

  it.each(['png', 'jpeg'] as const)('of a busy %s is as light as a page, and not blown up', async (format) => {
    const draft = await newDraft(team, slug);
    const large = await ready(`large.${format}`, await picture(format, 3200, 2400), draft);
    const small = await ready(`small.${format}`, await picture(format, 80, 40), draft);
    await checkAndRender(api);
    const copy = await copyOf(large.publicId);
    expect(copy.pages).toEqual([{ number: 1, width: 1600, height: 1200 }]);
    expect((await openedWithoutCookie(api, `${copy.url}/pages/1`)).body.length).toBeLessThanOrEqual(200_000);
    expect((await copyOf(small.publicId)).pages).toEqual([{ number: 1, width: 80, height: 40 }]);
  });

  it('of a document asks for a PDF where there is no LibreOffice', async () => {
    const { publicId } = await ready('plan.docx', document(['Our plan']), await newDraft(team, slug));
    await checkAndRender(api);
    expect(await copyOf(publicId)).toMatchObject({ state: 'unshowable', fault: 'needs-pdf', pages: [] });
  });

  it('of more pages than anybody reads says so', async () => {
    const { publicId } = await ready('long.pdf', await pdf(undefined, 501), await newDraft(team, slug));
    await checkAndRender(api);
    expect(await copyOf(publicId)).toMatchObject({ state: 'unshowable', fault: 'too-many-pages', pages: [] });
  });

  it('that cannot be read says so', async () => {
    const { publicId, id } = await ready('broken.pdf', await pdf(), await newDraft(team, slug));
    const rows = await api.dataSource.query<{ key: string }[]>(
      'select storage_key as key from entry_files where id = $1',
      [id],
    );
    const key = asStorageKey(rows[0]?.key ?? '');
    await storage.delete(key);
    await storage.put(key, Readable.from([Buffer.from('%PDF-1.7 nothing')]), 16);
    await checkAndRender(api);
    expect(await copyOf(publicId)).toMatchObject({ state: 'unshowable', fault: 'broken' });
  });
});

describe('rendering', () => {
  /** Storage that is lost after so many objects. */
  function lostAfter(count: number): StorageDriver {
    let left = count;
    return {
      put: (...given) => (left-- > 0 ? storage.put(...given) : Promise.reject(new Error('storage is away'))),
      get: (...given) => storage.get(...given),
      size: (...given) => storage.size(...given),
      delete: (...given) => storage.delete(...given),
      sweep: (...given) => storage.sweep(...given),
    };
  }

  it('that broke off goes on where it stopped, and leaves nothing behind', async () => {
    const { publicId, id } = await ready('plan.pdf', await pdf(undefined, 3), await newDraft(team, slug));
    const first = new ViewingCopyService(api.dataSource, lostAfter(3), 'none');
    await expect(first.run(id)).rejects.toThrow('storage is away');
    expect(await copyOf(publicId)).toMatchObject({ state: 'waiting', pageCount: 3, pages: [{ number: 1 }] });
    const begun = await keysOf(id);
    await new ViewingCopyService(api.dataSource, storage, 'none').run(id);
    expect((await copyOf(publicId)).pages.map(({ number }) => number)).toEqual([1, 2, 3]);
    const kept = await keysOf(id);
    expect(begun.filter((key) => kept.includes(key))).toHaveLength(2);
    const sizes = await Promise.all(begun.map((key) => storage.size(asStorageKey(key))));
    expect(sizes.filter((size) => size !== null)).toHaveLength(2);
  });

  it('is done by one process at a time, and by another one once the first is silent', async () => {
    const { publicId, id } = await ready('plan.pdf', await pdf(undefined, 2), await newDraft(team, slug));
    const service = new ViewingCopyService(api.dataSource, storage, 'none');
    await api.dataSource.query(
      `update viewing_copies set state = 'rendering', fence = 1, heartbeat_at = now() where file_id = $1`,
      [id],
    );
    expect(await service.pending()).not.toContain(id);
    await service.run(id);
    expect(await copyOf(publicId)).toMatchObject({ state: 'rendering', pages: [] });
    await api.dataSource.query(
      `update viewing_copies set heartbeat_at = now() - interval '31 seconds' where file_id = $1`,
      [id],
    );
    expect(await service.pending()).toContain(id);
    await Promise.all([service.run(id), service.run(id)]);
    expect(await copyOf(publicId)).toMatchObject({ state: 'ready', pages: [{ number: 1 }, { number: 2 }] });
    const rows = await api.dataSource.query<object[]>('select fence from viewing_copies where file_id = $1', [id]);
    expect(rows).toEqual([{ fence: 2 }]);
  });

  it('is given up, and not begun again, where its third end was counted and nothing more was said', async () => {
    const { publicId, id } = await ready('plan.pdf', await pdf(), await newDraft(team, slug));
    await api.dataSource.query(
      `update viewing_copies set state = 'rendering', fence = 3, interruptions = 3,
         heartbeat_at = now() - interval '31 seconds' where file_id = $1`,
      [id],
    );
    const service = new ViewingCopyService(api.dataSource, storage, 'none');
    await service.run(id);
    expect(await copyOf(publicId)).toMatchObject({ state: 'unshowable', fault: 'too-heavy', pages: [] });
    expect(await service.pending()).not.toContain(id);
  });
});

describe('a viewing copy that failed', () => {
  it('is tried again by the office, which the ledger is told of, and by nobody else', async () => {
    const draft = await newDraft(team, slug);
    const { publicId, id } = await ready('plan.pdf', await pdf(), draft);
    await team.post(`/api/v1/entries/${draft}/submissions`);
    const failed = (fault: string) =>
      api.dataSource.query(
        `update viewing_copies set state = 'unshowable', fault = $2, interruptions = 3,
           finished_at = now() - interval '1 minute' where file_id = $1`,
        [id, fault],
      );
    await failed('too-heavy');
    const path = `/api/v1/entries/${draft}/office/files/${publicId}/pages/retries`;
    const organiser = await api.person({ role: 'organiser', editionId });
    expect(await team.post(path)).toMatchObject({ status: 403 });
    expect(await (await api.person({ role: 'judge', editionId })).post(path)).toMatchObject({ status: 403 });
    expect(await organiser.post(path)).toMatchObject({ status: 204 });
    expect(await copyOf(publicId)).toMatchObject({ state: 'waiting', fault: null });
    const rows = await api.dataSource.query<object[]>('select interruptions from viewing_copies where file_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ interruptions: 0 }]);
    await checkAndRender(api);
    expect(await copyOf(publicId)).toMatchObject({ state: 'ready', pageCount: 1 });
    // LibreOffice may have been installed by now.
    await failed('needs-pdf');
    expect(await (await api.person({ role: 'panel-secretary', editionId })).post(path)).toMatchObject({ status: 403 });
    expect(await organiser.post(path)).toMatchObject({ status: 204 });
    const events = await api.dataSource.query<object[]>(
      `select canonical::jsonb -> 'body' as body from ledger_events where kind = 'viewing-copy-retried' order by id`,
    );
    expect(events).toEqual(['too-heavy', 'needs-pdf'].map((fault) => ({ body: { actor: organiser.userId, fault } })));
  });

  it('is not tried again within a minute', async () => {
    const draft = await newDraft(team, slug);
    const { publicId, id } = await ready('plan.pdf', await pdf(), draft);
    await team.post(`/api/v1/entries/${draft}/submissions`);
    await api.dataSource.query(
      `update viewing_copies set state = 'unshowable', fault = 'broken', finished_at = now() where file_id = $1`,
      [id],
    );
    const organiser = await api.person({ role: 'organiser', editionId });
    const path = `/api/v1/entries/${draft}/office/files/${publicId}/pages/retries`;
    expect(await organiser.post(path)).toMatchObject({ status: 409, body: { code: 'copy-just-failed' } });
  });

  it.each(['encrypted', 'too-many-pages', null])(
    'is not tried again where that changes nothing (%s)',
    async (fault) => {
      const draft = await newDraft(team, slug);
      const { publicId, id } = await ready('plan.pdf', await pdf(), draft);
      await team.post(`/api/v1/entries/${draft}/submissions`);
      await api.dataSource.query(
        `update viewing_copies set state = $2, fault = $3, page_count = 1, finished_at = now() where file_id = $1`,
        [id, fault === null ? 'ready' : 'unshowable', fault],
      );
      const organiser = await api.person({ role: 'organiser', editionId });
      expect(await organiser.post(`/api/v1/entries/${draft}/office/files/${publicId}/pages/retries`)).toMatchObject({
        status: 409,
        body: { code: 'copy-not-failed' },
      });
    },
  );
});

describe('who reads a viewing copy', () => {
  it('is its team and the office, as the ledger tells, and nobody else', async () => {
    const draft = await newDraft(team, slug);
    const { publicId } = await ready('plan.pdf', await pdf(), draft);
    await checkAndRender(api);
    await team.post(`/api/v1/entries/${draft}/submissions`);
    const organiser = await api.person({ role: 'organiser', editionId });
    const stranger = await api.person();
    const officePath = `/api/v1/entries/${draft}/office/files/${publicId}/pages`;
    expect(await stranger.get(`/api/v1/entry-files/${publicId}/pages`)).toMatchObject({ status: 404 });
    expect(await stranger.get(officePath)).toMatchObject({ status: 403 });
    const { body } = await organiser.get<Copy>(officePath);
    expect((await openedWithoutCookie(api, `${body.url}/pages/1`)).status).toBe(200);
    // A link to pages opens no file, and a link to a file no page.
    expect((await openedWithoutCookie(api, body.url)).status).toBe(404);
    const link = await team.get<{ url: string }>(`/api/v1/entry-files/${publicId}/link`);
    expect((await openedWithoutCookie(api, `${link.body.url}/pages/1`)).status).toBe(404);
    const reads = await api.dataSource.query<object[]>(
      `select canonical::jsonb #>> '{body,what}' as what from ledger_events where kind = 'read'
         and canonical::jsonb #>> '{subject,actor}' = $1`,
      [organiser.userId],
    );
    expect(reads).toEqual([{ what: 'entry-file-pages' }]);
    await api.dataSource.query('update role_grants set revoked_at = now() where user_id = $1', [organiser.userId]);
    expect((await openedWithoutCookie(api, `${body.url}/pages/1`)).status).toBe(404);
  });

  it('reads nothing more once the team has taken the file off, and its pages are cleared away with it', async () => {
    const { publicId, id } = await ready('gone.pdf', await pdf(), await newDraft(team, slug));
    await checkAndRender(api);
    const { url } = await copyOf(publicId);
    const keys = await keysOf(id);
    expect(keys).toHaveLength(2);
    await removeFile(team, publicId);
    expect((await openedWithoutCookie(api, `${url}/pages/1`)).status).toBe(404);
    await new FileSweepService(api.dataSource, api.app.get(PartialUploads), storage).run(Date.now());
    for (const key of keys) expect(await storage.size(asStorageKey(key))).toBeNull();
  });
});
