import { request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storageToken, type StorageDriver } from '#storage';
import { FileCheckService } from '#submission';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { entryTeam } from '../builders/entry-team.js';
import { pdf } from '../builders/sample-files.js';
import { fileIt, removeFile, upload } from '../builders/tus.js';

let api: TestApi;
let team: Asker;
let organiser: Asker;
let entry: string;
let editionId: string;
let publicId: string;
let bytes: Buffer;
const name = '商业计划书 “𠮷”.pdf';

beforeAll(async () => {
  api = await startApi();
  ({ team, entry, editionId } = await entryTeam(api));
  organiser = await api.person({ role: 'organiser', editionId });
  bytes = await pdf();
  ({ publicId } = await upload(team, entry, { name, bytes }));
});

afterAll(() => api.close());

async function checkAll(): Promise<void> {
  const checks = new FileCheckService(api.dataSource, api.app.get<StorageDriver>(storageToken), undefined);
  for (const id of await checks.pending()) await checks.run(id);
}

interface Opened {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As a browser does that was never here: without a cookie. */
function opened(url: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    httpRequest(`${api.address}${url}`, (response) => {
      buffer(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });
}

const ownLink = async () => (await team.get<{ url: string }>(`/api/v1/entry-files/${publicId}/link`)).body.url;
const officePath = () => `/api/v1/entries/${entry}/office/files`;

describe('a link to a file', () => {
  it('is not given before the file was checked', async () => {
    expect(await team.get(`/api/v1/entry-files/${publicId}/link`)).toMatchObject({
      status: 409,
      body: { code: 'file-not-ready' },
    });
    await checkAll();
  });

  it('opens it without a cookie, to be saved under its own name, and never as a page', async () => {
    const { status, headers, body } = await opened(await ownLink());
    expect(status).toBe(200);
    expect(body.equals(bytes)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="_____ ___.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('is given to nobody else', async () => {
    const other = await api.person();
    expect(await other.get(`/api/v1/entry-files/${publicId}/link`)).toMatchObject({ status: 404 });
    expect(await other.get(`${officePath()}/${publicId}/link`)).toMatchObject({ status: 403 });
    expect(await organiser.get(`/api/v1/entry-files/${publicId}/link`)).toMatchObject({ status: 404 });
  });

  it('opens nothing when it was changed, or its five minutes are over', async () => {
    const url = await ownLink();
    expect(await opened(`${url.slice(0, -3)}abc`)).toMatchObject({ status: 404 });
    expect(await opened('/files/x')).toMatchObject({ status: 404 });
    const [body = '', mark] = url.slice('/files/'.length).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as unknown[];
    claims[3] = 4_000_000_000;
    const longer = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect(await opened(`/files/${longer}.${mark}`)).toMatchObject({ status: 404 });
  });
});

describe('the office', () => {
  it('reads the files of a submitted entry, and each reading stands in the ledger', async () => {
    expect(await organiser.get(officePath())).toMatchObject({ status: 404 });
    await team.post(`/api/v1/entries/${entry}/submissions`);
    expect(await organiser.get(officePath())).toMatchObject({
      status: 200,
      body: { files: [{ publicId, name, state: 'ready', scan: 'not-scanned' }] },
    });
    const { body } = await organiser.get<{ url: string }>(`${officePath()}/${publicId}/link`);
    expect((await opened(body.url)).body.equals(bytes)).toBe(true);
    const reads = await api.dataSource.query<{ what: string }[]>(
      `select canonical::jsonb #>> '{body,what}' as what from ledger_events where kind = 'read'
         and canonical::jsonb #>> '{subject,actor}' = $1`,
      [organiser.userId],
    );
    expect(reads.map(({ what }) => what)).toEqual(['entry-files', 'entry-file']);
  });

  it('opens nothing more once the role is gone, though the link is young', async () => {
    const { body } = await organiser.get<{ url: string }>(`${officePath()}/${publicId}/link`);
    await api.dataSource.query('update role_grants set revoked_at = now() where user_id = $1', [organiser.userId]);
    expect(await opened(body.url)).toMatchObject({ status: 404 });
  });

  it('of another edition sees nothing', async () => {
    const stranger = await api.person({ role: 'organiser', editionId });
    await api.dataSource.query('update role_grants set revoked_at = now() where user_id = $1', [stranger.userId]);
    expect(await stranger.get(officePath())).toMatchObject({ status: 403 });
  });
});

describe('a team', () => {
  it('opens nothing that it has taken off, though the link is young', async () => {
    const url = await ownLink();
    await removeFile(team, publicId);
    expect(await opened(url)).toMatchObject({ status: 404 });
    expect((await fileIt(team, entry, { name: 'next.pdf', bytes })).status).toBe(201);
  });
});
