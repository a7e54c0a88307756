import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { Crawler, everythingNameable } from '../builders/crawl.js';
import { WordFinder } from '../builders/find-words.js';
import { type OpenApi } from '../builders/openapi-operations.js';
import { plantedEdition, type PlantedEdition } from '../builders/planted-edition.js';
import { judgeWords, words } from '../builders/planted-words.js';

jest.setTimeout(120_000);

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
) as OpenApi;
/** What stands in the register of organisations, or in a list that the office itself brought, is of no one entry. */
const ofNoEntry = ['organisationZh', 'organisationEn', 'organisationAlias', 'organisationKey', 'organisationCode'];
const finder = new WordFinder(
  Object.entries(words).flatMap(([key, word]) => (ofNoEntry.includes(key) || key.startsWith('import') ? [] : [word])),
);
const ofAll = /organisation|imports/;
/** Who judges and who is of the office is told of people, and not of the entry. */
const ofPeople = new Set(Object.values(judgeWords).map((word) => word.split('@')[0]?.toLowerCase()));
const ofEntry = (found: ReadonlySet<string>) => [...found].filter((word) => !ofPeople.has(word.toLowerCase()));

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly code: string }[];
}

let api: TestApi;
let owner: DataSource;
let planted: PlantedEdition;
let base: string;
let number: number;
let sampleNumber: number;
let colleague: Asker;
let secretary: Asker;

beforeAll(async () => {
  api = await startApi();
  planted = await plantedEdition(api);
  owner = await createDataSource(api.database.ownerUrl).initialize();
  const [row] = await api.dataSource.query<{ slug: string; number: number; editionId: string }[]>(
    `select d.slug, e.number, d.id as "editionId" from entries e join editions d on d.id = e.edition_id
      where e.public_id = $1`,
    [planted.entry],
  );
  base = `/api/v1/editions/${row?.slug}`;
  number = row?.number ?? 0;
  const [sample] = await api.dataSource.query<{ number: number }[]>(`select number from entries where public_id = $1`, [
    planted.sample,
  ]);
  sampleNumber = sample?.number ?? 0;
  const editionId = row?.editionId ?? '';
  colleague = await api.person({ role: 'organiser', editionId, mayApprove: true, displayName: 'Colleague' });
  secretary = await api.person({ role: 'panel-secretary', editionId, displayName: 'Secretary' });
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await api?.close();
});

const declare = (by: Asker, body: object) => by.post<Problem>(`${base}/organiser-recusals`, body);
const recusal = (handedTo: Asker, changes: object = {}) => ({
  ...{ entryNumber: number, reasonCode: 'family', handedTo: handedTo.userId },
  ...changes,
});
const told = ({ status, body }: { status: number; body: Problem }) => [
  status,
  body.errors?.map(({ path, code }) => `${path} ${code}`).join() ?? body.code,
];

describe('an organiser who steps back from an entry', () => {
  it('is told what is wrong: an entry that is none, nobody else to take the case, or one whom it concerns too', async () => {
    const { office, lead } = planted;
    expect(told(await declare(office, recusal(colleague, { entryNumber: 999 })))).toEqual([
      400,
      'entryNumber entry-unknown',
    ]);
    for (const nobody of [office, lead, secretary]) {
      expect(told(await declare(office, recusal(nobody)))).toEqual([400, 'handedTo case-taker-unknown']);
    }
    await api.dataSource.query(
      `insert into team_ties (entry_id, user_id) select id, $2 from entries where public_id = $1`,
      [planted.entry, colleague.userId],
    );
    expect(told(await declare(office, recusal(colleague)))).toEqual([400, 'handedTo case-taker-conflicted']);
    await owner.query('delete from team_ties where user_id = $1', [colleague.userId]);
  });

  it('can open a file by a link from before no longer, nor its pages', async () => {
    const { office, entry } = planted;
    const { body } = await office.get<{ files: { publicId: string }[] }>(`/api/v1/entries/${entry}/office/files`);
    const at = `/api/v1/entries/${entry}/office/files/${body.files[0]?.publicId}`;
    const file = (await office.get<{ url: string }>(`${at}/link`)).body.url;
    const pages = `${(await office.get<{ url: string }>(`${at}/pages`)).body.url}/pages/1`;
    const open = async () => [(await api.anonymous().get(file)).status, (await api.anonymous().get(pages)).status];
    expect(await open()).toEqual([200, 200]);
    expect((await declare(office, recusal(colleague))).status).toBe(204);
    expect(await open()).toEqual([404, 404]);
  });

  it('is counted out of every list: each is as if the entry were not there', async () => {
    const [seen] = await api.dataSource.query<{ n: number }[]>(
      `select count(*)::int as n from entries where edition_id = (select edition_id from entries where public_id = $1)
        and state <> 'draft'`,
      [planted.entry],
    );
    const total = async (by: Asker) => (await by.get<{ total: number }>(`${base}/entries`)).body.total;
    expect(await total(colleague)).toBe(seen?.n);
    expect(await total(planted.office)).toBe((seen?.n ?? 0) - 1);
  });

  it('is counted in no organisation of the register: who has the case still counts its people', async () => {
    const rows = await api.dataSource.query<{ id: string }[]>(
      `select distinct m.organisation_id as id from team_members m join entries e on e.id = m.entry_id
        where e.public_id = $1 and m.organisation_id is not null`,
      [planted.entry],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) {
      const people = async (by: Asker) =>
        (await by.get<{ use: { people: number } }>(`/api/v1/organisations/${id}`)).body.use.people;
      expect(await people(planted.office)).toBeLessThan(await people(colleague));
    }
  });

  it('acts on it no more, and steps back from it once', async () => {
    const { office, entry } = planted;
    const until = new Date(Date.now() + 86_400_000 * 31).toISOString();
    const extension = await office.post<Problem>(`${base}/deadline/extensions`, { entry, until, reason: 'x' });
    expect(told(extension)).toEqual([409, 'organiser-conflicted']);
    const verdict = { decision: 'pass', met: [], reasons: [], entries: [{ publicId: entry, version: 2 }] };
    expect(told(await office.post<Problem>(`${base}/eligibility/checks`, verdict))).toEqual([
      409,
      'organiser-conflicted',
    ]);
    expect(told(await declare(office, recusal(colleague)))).toEqual([409, 'organiser-recused']);
  });

  it('reads of its own recusal the number alone; who has the case reads whose it was', async () => {
    interface Page {
      recusals: { entryTitle: string | null; isOwn: boolean; isHandedToReader: boolean; form: string }[];
    }
    const read = async (by: Asker) => (await by.get<Page>(`${base}/organiser-recusals`)).body.recusals;
    expect(await read(planted.office)).toMatchObject([{ entryTitle: null, isOwn: true, form: 'by-oneself' }]);
    expect(await read(colleague)).toMatchObject([{ entryTitle: 'A quiet pump', isHandedToReader: true }]);
  });

  it('stays as it is kept', async () => {
    const stays = api.dataSource.query('delete from organiser_recusals');
    await expect(stays).rejects.toThrow('permission denied');
  });

  it('reads nothing of it by any route from then on, and is refused where nothing could be left out', async () => {
    // It answers the problem with whose owner a competitor is recorded.
    await owner.query(
      `update entries e set enterprise_problem_id = p.id from enterprise_problems p
        where e.public_id = $1 and p.edition_id = e.edition_id and p.number = 900`,
      [planted.entry],
    );
    // The same team's calibration entry carries the same words; nothing above has to leave it out.
    expect((await declare(planted.office, recusal(colleague, { entryNumber: sampleNumber }))).status).toBe(204);
    const crawled = await new Crawler(document, await everythingNameable(owner), finder, planted.office).reads();
    // A refusal names the address that was asked for.
    const found = crawled.filter(
      ({ url, status, found: which, bytes }) =>
        !ofAll.test(url) && (ofEntry(which).length > 0 || (status < 300 && bytes.includes(planted.entry))),
    );
    const told = found.map(({ operation, found: which }) => [operation, ...ofEntry(which)].join(' '));
    expect([...new Set(told)]).toEqual([]);
    const refused = (path: RegExp) => crawled.filter(({ url, status }) => path.test(url) && status === 409).length;
    expect(refused(new RegExp(`eligibility/entries/${planted.entry}`))).toBeGreaterThan(0);
    expect(refused(/award-lists$/)).toBe(1);
  });
});
