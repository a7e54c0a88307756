import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { asStorageKey, storageToken, type StorageDriver } from '#storage';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { entryTeam, newDraft } from '../builders/entry-team.js';
import { smallDisk } from '../builders/small-disk.js';
import { beginUpload, fileIt, offsetOf, removeFile, sendBytes, sha256, upload } from '../builders/tus.js';
import { until } from '../builders/until.js';

let api: TestApi;
let team: Asker;
let entry: string;
let slug: string;
let editionId: string;
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(300_000)]);

beforeAll(async () => {
  api = await startApi();
  ({ team, entry, slug, editionId } = await entryTeam(api));
});

afterAll(() => api.close());

interface Row {
  readonly state: string;
  readonly storage_key: string | null;
}

async function rowOf(publicId: string): Promise<Row> {
  const rows = await api.dataSource.query<Row[]>('select state, storage_key from entry_files where public_id = $1', [
    publicId,
  ]);
  return rows[0] as Row;
}

async function storedBytes(publicId: string): Promise<Buffer> {
  const driver = api.app.get<StorageDriver>(storageToken);
  return buffer(await driver.get(asStorageKey((await rowOf(publicId)).storage_key ?? '')));
}

/** Sends the head of a body that says it is longer, then cuts the connection. */
function cutOff(publicId: string, head: Buffer, announced: number): Promise<void> {
  return new Promise((resolve) => {
    const sent = httpRequest(`${api.address}/api/v1/uploads/${publicId}`, {
      method: 'PATCH',
      headers: {
        ...{ origin: api.config.publicOrigin, cookie: team.cookie ?? '', 'tus-resumable': '1.0.0' },
        ...{ 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': announced },
      },
    });
    sent.on('error', () => resolve());
    sent.write(head, () => setTimeout(() => sent.destroy(), 100));
    sent.on('close', () => resolve());
  });
}

describe('a file', () => {
  it('is filed by name, size and hash, and listed while its bytes are still to come', async () => {
    const filed = await fileIt(team, entry, { name: '  商业计划\u200B书.pdf', bytes, fieldKey: 'business-plan' });
    expect(filed).toMatchObject({ status: 201, body: { receipt: null } });
    expect(await team.get(`/api/v1/entries/${entry}/files`)).toMatchObject({
      status: 200,
      body: {
        fields: [{ key: 'business-plan', maximumCount: 1 }, { key: 'attachments' }],
        files: [
          {
            ...{ name: '商业计划书.pdf', state: 'filed', size: bytes.length },
            sha256: sha256(bytes),
            bytesUntil: null,
          },
        ],
      },
    });
    expect(await fileIt(team, entry, { name: 'second.pdf', bytes, fieldKey: 'business-plan' })).toMatchObject({
      status: 400,
      body: { code: 'entry-invalid', errors: [{ path: 'fieldKey', code: 'too-many-files' }] },
    });
    expect(await removeFile(team, filed.body.publicId)).toMatchObject({ status: 200, body: { receipt: null } });
  });

  it.each([
    ['a program', { name: 'setup.exe' }, { path: 'name', code: 'file-type-not-allowed' }],
    ['a program behind a turned name', { name: 'plan\u202Efdp.exe' }, { path: 'name', code: 'file-type-not-allowed' }],
    ['a drawing with script', { name: 'logo.svg' }, { path: 'name', code: 'file-type-not-allowed' }],
    ['a page', { name: 'plan.html' }, { path: 'name', code: 'file-type-not-allowed' }],
    ['a path', { name: '../plan.pdf' }, { path: 'name', code: 'file-name-invalid' }],
    ['nothing', { name: 'plan.pdf', size: 0 }, { path: 'size', code: 'file-empty' }],
    ['too much', { name: 'plan.pdf', size: 209_715_201 }, { path: 'size', code: 'file-too-large' }],
    ['for no field', { name: 'plan.pdf', fieldKey: 'other' }, { path: 'fieldKey', code: 'value-not-allowed' }],
  ])('that is %s is refused before a byte is sent', async (_, given, problem) => {
    expect(await fileIt(team, entry, { bytes, ...given })).toMatchObject({ status: 400, body: { errors: [problem] } });
  });

  it('of somebody else can be neither sent nor removed', async () => {
    const { body } = await fileIt(team, entry, { name: 'mine.pdf', bytes });
    const other = await api.person();
    expect(await beginUpload(other, body.publicId, bytes.length)).toMatchObject({ status: 404 });
    expect(await sendBytes(other, body.publicId, 0, bytes)).toMatchObject({ status: 404 });
    expect(await removeFile(other, body.publicId)).toMatchObject({ status: 404 });
    expect(await other.get(`/api/v1/entries/${entry}/files`)).toMatchObject({ status: 404 });
    await removeFile(team, body.publicId);
  });
});

describe('an upload', () => {
  it('comes in pieces and is then checked: what is stored is what was filed', async () => {
    const { body } = await fileIt(team, entry, { name: 'plan.pdf', bytes });
    const begun = await beginUpload(team, body.publicId, bytes.length);
    expect(begun.status).toBe(201);
    expect(begun.headers.get('location')).toBe(`/api/v1/uploads/${body.publicId}`);
    expect(await sendBytes(team, body.publicId, 0, bytes.subarray(0, 100_000))).toMatchObject({ status: 204 });
    expect(await rowOf(body.publicId)).toMatchObject({ state: 'uploading' });
    expect(await offsetOf(team, body.publicId)).toBe(100_000);
    expect(await sendBytes(team, body.publicId, 100_000, bytes.subarray(100_000))).toMatchObject({ status: 204 });
    expect(await rowOf(body.publicId)).toMatchObject({ state: 'checking' });
    expect((await storedBytes(body.publicId)).equals(bytes)).toBe(true);
  });

  it('whose connection is cut goes on where it was, even with another process', async () => {
    const { body } = await fileIt(team, entry, { name: 'cut.pdf', bytes });
    await beginUpload(team, body.publicId, bytes.length);
    await cutOff(body.publicId, bytes.subarray(0, Math.floor(bytes.length * 0.99)), bytes.length);
    await until(async () => (await offsetOf(team, body.publicId)) !== 0, 10_000);
    const offset = (await offsetOf(team, body.publicId)) ?? 0;
    expect(offset).toBeLessThan(bytes.length);
    expect(await rowOf(body.publicId)).toMatchObject({ state: 'uploading', storage_key: null });
    const again = await beginUpload(team, body.publicId, bytes.length);
    expect(again.status).toBe(201);
    expect(await sendBytes(team, body.publicId, offset, bytes.subarray(offset))).toMatchObject({ status: 204 });
    expect((await storedBytes(body.publicId)).equals(bytes)).toBe(true);
  });

  it.each<[string, { size?: number; sha256?: string }]>([
    ['of another length', { size: bytes.length + 1 }],
    ['of other bytes', { sha256: 'a'.repeat(64) }],
  ])('%s than filed never counts, and can be sent anew', async (_, filed) => {
    const draft = await newDraft(team, slug);
    const { body } = await fileIt(team, draft, { name: 'plan.pdf', bytes, ...filed });
    expect(await beginUpload(team, body.publicId, bytes.length - 1)).toMatchObject({
      status: 422,
      body: { code: 'file-differs' },
    });
    await beginUpload(team, body.publicId, filed.size ?? bytes.length);
    const last = await sendBytes(team, body.publicId, 0, bytes);
    const row = await rowOf(body.publicId);
    expect(row.storage_key).toBeNull();
    expect([last.status, row.state]).toEqual(filed.size ? [204, 'uploading'] : [422, 'filed']);
  });

  it('never has more bytes than filed', async () => {
    const { body } = await fileIt(team, await newDraft(team, slug), { name: 'plan.pdf', bytes });
    await beginUpload(team, body.publicId, bytes.length);
    expect((await sendBytes(team, body.publicId, 0, Buffer.concat([bytes, bytes]))).status).not.toBe(204);
    expect(await rowOf(body.publicId)).toMatchObject({ storage_key: null });
  });

  it('that was whole when the server died is taken over when it is asked for', async () => {
    const { body } = await fileIt(team, await newDraft(team, slug), { name: 'plan.pdf', bytes });
    await beginUpload(team, body.publicId, bytes.length);
    const { PartialUploads } = await import('#storage');
    const { Readable } = await import('node:stream');
    await api.app.get(PartialUploads).store.write(Readable.from([bytes]), body.publicId, 0);
    expect(await offsetOf(team, body.publicId)).toBeNull();
    expect(await rowOf(body.publicId)).toMatchObject({ state: 'checking' });
  });
});

describe('the files of a submitted entry', () => {
  it('stand on its receipt with size and hash, and with how long their bytes may still follow', async () => {
    const draft = await newDraft(team, slug);
    const here = await upload(team, draft, { name: 'here.pdf', bytes });
    const coming = await fileIt(team, draft, { name: 'coming.pdf', bytes });
    const submitted = await team.post(`/api/v1/entries/${draft}/submissions`);
    const files = [
      { publicId: here.publicId, name: 'here.pdf', state: 'checking', sha256: sha256(bytes), bytesUntil: null },
      { publicId: coming.body.publicId, state: 'filed', size: bytes.length, bytesUntil: expect.any(String) as unknown },
    ];
    expect(submitted).toMatchObject({ status: 201, body: { version: 1, files } });
    const receipt = await team.get<{ files: { bytesUntil: string }[] }>(`/api/v1/entries/${draft}/receipt`);
    expect(receipt).toMatchObject({ status: 200, body: submitted.body as object });
    const [until24] = await api.dataSource.query<{ until: Date }[]>(
      `select greatest(v.recorded_at + interval '24 hours', w.planned_closes_at) as until from entry_versions v
       join entries e on e.id = v.entry_id join windows w on w.edition_id = e.edition_id and w.kind = 'entry'
       where e.public_id = $1`,
      [draft],
    );
    expect(receipt.body.files[1]?.bytesUntil).toBe(until24?.until.toISOString());
    const [version] = await api.dataSource.query<{ answers: { files: object[] } }[]>(
      `select v.answers from entry_versions v join entries e on e.id = v.entry_id where e.public_id = $1`,
      [draft],
    );
    expect(version?.answers.files).toEqual([
      expect.objectContaining({ field: 'attachments', size: bytes.length, sha256: sha256(bytes) }),
      expect.objectContaining({ name: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }),
    ]);
    const removed = await removeFile(team, here.publicId);
    expect(removed).toMatchObject({ status: 200, body: { receipt: { version: 2, files: [{ state: 'filed' }] } } });
  });

  it('may follow for the hours that the edition says, and no longer', async () => {
    const draft = await newDraft(team, slug);
    const { body } = await fileIt(team, draft, { name: 'late.pdf', bytes });
    const { body: unfiled } = await fileIt(team, await newDraft(team, slug), { name: 'never.pdf', bytes });
    await team.post(`/api/v1/entries/${draft}/submissions`);
    await api.dataSource.query(
      `update windows set closed_at = clock_timestamp() where edition_id = $1 and kind = 'entry'`,
      [editionId],
    );
    expect(await beginUpload(team, unfiled.publicId, bytes.length)).toMatchObject({
      status: 409,
      body: { code: 'file-not-expected' },
    });
    expect(await fileIt(team, draft, { name: 'too-late.pdf', bytes })).toMatchObject({
      body: { code: 'deadline-passed' },
    });
    expect(await beginUpload(team, body.publicId, bytes.length)).toMatchObject({ status: 201 });
    await sendBytes(team, body.publicId, 0, bytes.subarray(0, 1000));
    await api.dataSource.query(`update editions set file_bytes_hours = 0 where id = $1`, [editionId]);
    expect(await sendBytes(team, body.publicId, 1000, bytes.subarray(1000))).toMatchObject({
      status: 409,
      body: { code: 'file-not-expected' },
    });
    await api.dataSource.query(`update editions set file_bytes_hours = 24 where id = $1`, [editionId]);
    expect(await sendBytes(team, body.publicId, 1000, bytes.subarray(1000))).toMatchObject({ status: 204 });
    await api.dataSource.query(`update windows set closed_at = null where edition_id = $1 and kind = 'entry'`, [
      editionId,
    ]);
  });
});

describe('a full disk', () => {
  const disk = smallDisk(500_000);
  (disk ? it : it.skip)('stops an upload in words, and nothing of it counts', async () => {
    const small = await startApi({ LEITAI_DATA: disk?.folder ?? '' }, api.database);
    try {
      const there = await small.signedIn(team.userId ?? '');
      const { body } = await fileIt(there, await newDraft(there, slug), { name: 'plan.pdf', bytes });
      await beginUpload(there, body.publicId, bytes.length);
      // The bytes fit; a second copy of them, while the first is there, does not.
      expect(await sendBytes(there, body.publicId, 0, bytes)).toMatchObject({
        status: 507,
        body: expect.stringContaining('storage-full') as unknown,
      });
      expect(await rowOf(body.publicId)).toMatchObject({ state: 'uploading', storage_key: null });
      const large = Buffer.concat([bytes, bytes]);
      const more = await fileIt(there, await newDraft(there, slug), { name: 'large.pdf', bytes: large });
      await beginUpload(there, more.body.publicId, large.length);
      expect(await sendBytes(there, more.body.publicId, 0, large)).toMatchObject({ status: 507 });
    } finally {
      await small.app.close();
      disk?.remove();
    }
  });
});
