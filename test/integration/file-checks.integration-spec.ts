import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asStorageKey, PartialUploads, storageToken, type StorageDriver } from '#storage';
import { FileCheckService, FileSweepService } from '#submission';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { eicar, startClamd } from '../builders/clamd.js';
import { newDraft, openEdition } from '../builders/entry-team.js';
import { startS3, type TestS3 } from '../builders/s3.js';
import { office, pdf, pdfWithScript, zip } from '../builders/sample-files.js';
import { beginUpload, fileIt, removeFile, sendBytes, upload } from '../builders/tus.js';

let s3: TestS3;
let api: TestApi;
let team: Asker;
let slug: string;
let editionId: string;
let storage: StorageDriver;
let sweep: FileSweepService;

// Files lie in a bucket here, and in a folder in the suite of uploads.
beforeAll(async () => {
  s3 = await startS3();
  api = await startApi(s3.environment);
  ({ slug, editionId } = await openEdition(api));
  team = await api.person();
  storage = api.app.get<StorageDriver>(storageToken);
  sweep = new FileSweepService(api.dataSource, api.app.get(PartialUploads), storage);
});

afterAll(async () => {
  await api.close();
  await s3.stop();
});

interface Row {
  readonly id: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly media_type: string | null;
  readonly scan: string;
  readonly storage_key: string | null;
}

async function rowOf(publicId: string): Promise<Row | undefined> {
  const rows = await api.dataSource.query<Row[]>('select * from entry_files where public_id = $1', [publicId]);
  return rows[0];
}

async function checked(
  name: string,
  bytes: Buffer,
  scanner?: string,
): Promise<{ publicId: string; row: Row | undefined }> {
  const { publicId } = await upload(team, await newDraft(team, slug), { name, bytes });
  const arrived = await rowOf(publicId);
  await new FileCheckService(api.dataSource, storage, scanner).run(arrived?.id ?? '');
  return { publicId, row: await rowOf(publicId) };
}

describe('the check of a file', () => {
  it.each([
    ['商业计划书.pdf', () => pdf(), 'application/pdf'],
    ['deck.pptx', () => office('pptx'), 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ])('makes %s ready, and says that nobody scanned it', async (name, bytes, type) => {
    const given = await bytes();
    const { row } = await checked(name, given);
    expect(row).toMatchObject({ state: 'ready', media_type: type, refusal: null, scan: 'not-scanned' });
    expect(await storage.size(asStorageKey(row?.storage_key ?? ''))).toBe(given.length);
  });

  it.each([
    ['script.pdf', () => pdfWithScript(), 'active-content'],
    ['setup.pdf', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(99)]), 'content-differs-from-name'],
    ['bomb.zip', () => zip({ zeros: Buffer.alloc(20_000_000) }), 'archive-too-large'],
  ])('refuses %s, says why, and keeps nothing of it', async (name, bytes, refusal) => {
    const { publicId } = await upload(team, await newDraft(team, slug), { name, bytes: await bytes() });
    const arrived = await rowOf(publicId);
    await new FileCheckService(api.dataSource, storage, undefined).run(arrived?.id ?? '');
    expect(await rowOf(publicId)).toMatchObject({ state: 'refused', refusal, storage_key: null });
    expect(await storage.size(asStorageKey(arrived?.storage_key ?? ''))).toBeNull();
  });

  it('finds by itself what waits, once', async () => {
    const { publicId } = await upload(team, await newDraft(team, slug), { name: 'a.pdf', bytes: await pdf() });
    const service = new FileCheckService(api.dataSource, storage, undefined);
    expect(await service.pending()).toContain((await rowOf(publicId))?.id);
    for (const id of await service.pending()) await service.run(id);
    expect(await service.pending()).toEqual([]);
  });
});

describe('a virus scanner', () => {
  it('is shown every byte, and what it passes is said to be clean', async () => {
    const clamd = await startClamd();
    const bytes = await pdf(undefined, 300);
    expect((await checked('plan.pdf', bytes, clamd.url)).row).toMatchObject({ state: 'ready', scan: 'clean' });
    expect(clamd.seen[0]?.equals(bytes)).toBe(true);
    await clamd.stop();
  });

  it('has what it finds refused', async () => {
    const clamd = await startClamd();
    const found = await checked('a.zip', zip({ 'eicar.com': [eicar, { level: 0 }] }), clamd.url);
    expect(found.row).toMatchObject({ state: 'refused', refusal: 'infected', scan: 'infected', storage_key: null });
    await clamd.stop();
  });

  it('that is away or breaks off leaves the file unchecked, never ready', async () => {
    const clamd = await startClamd(10);
    const { publicId } = await upload(team, await newDraft(team, slug), { name: 'a.pdf', bytes: await pdf() });
    const id = (await rowOf(publicId))?.id ?? '';
    await expect(new FileCheckService(api.dataSource, storage, clamd.url).run(id)).rejects.toThrow('clamd');
    await clamd.stop();
    await expect(new FileCheckService(api.dataSource, storage, clamd.url).run(id)).rejects.toThrow('clamd');
    expect(await rowOf(publicId)).toMatchObject({ state: 'checking', scan: 'not-scanned' });
  });
});

describe('time', () => {
  it('makes a file missing whose bytes did not come, and drops what came of it', async () => {
    const bytes = await pdf();
    const draft = await newDraft(team, slug);
    const { body } = await fileIt(team, draft, { name: 'late.pdf', bytes });
    await beginUpload(team, body.publicId, bytes.length);
    await sendBytes(team, body.publicId, 0, bytes.subarray(0, 100));
    await team.post(`/api/v1/entries/${draft}/submissions`);
    const partial = api.app.get(PartialUploads);
    await sweep.run(Date.now());
    expect([(await rowOf(body.publicId))?.state, await partial.size(body.publicId)]).toEqual(['uploading', 100]);
    const close = (at: string) =>
      api.dataSource.query(`update windows set closed_at = ${at} where edition_id = $1 and kind = 'entry'`, [
        editionId,
      ]);
    await api.dataSource.query(`update editions set file_bytes_hours = 0 where id = $1`, [editionId]);
    await close('clock_timestamp()');
    await sweep.run(Date.now());
    expect([(await rowOf(body.publicId))?.state, await partial.size(body.publicId)]).toEqual(['missing', null]);
    const receipt = await team.get(`/api/v1/entries/${draft}/receipt`);
    expect(receipt).toMatchObject({ body: { files: [{ state: 'missing', bytesUntil: null }] } });
    await close('null');
    await api.dataSource.query(`update editions set file_bytes_hours = 24 where id = $1`, [editionId]);
  });

  it('takes away what was removed before anybody was told of it, and keeps what a version names', async () => {
    const bytes = await pdf();
    const draft = await newDraft(team, slug);
    const early = await upload(team, draft, { name: 'early.pdf', bytes });
    const named = await upload(team, draft, { name: 'named.pdf', bytes });
    const key = asStorageKey((await rowOf(early.publicId))?.storage_key ?? '');
    await removeFile(team, early.publicId);
    await team.post(`/api/v1/entries/${draft}/submissions`);
    await removeFile(team, named.publicId);
    await sweep.run(Date.now());
    expect(await rowOf(early.publicId)).toBeUndefined();
    expect(await storage.size(key)).toBeNull();
    const kept = await rowOf(named.publicId);
    expect(await storage.size(asStorageKey(kept?.storage_key ?? ''))).toBe(bytes.length);
  });
});
