import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { answeredObjects } from '#identity';
import { TallyService } from '#scoring';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { Crawler, everythingNameable, type Crawled } from '../builders/crawl.js';
import { crawlPeople, type CrawlPerson } from '../builders/crawl-people.js';
import { WordFinder } from '../builders/find-words.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import type { OpenApi } from '../builders/openapi-operations.js';
import { leaveCalibration } from '../builders/planted-calibration.js';
import { plantedEdition, type PlantedEdition } from '../builders/planted-edition.js';
import { needs } from '../builders/needs.js';
import { plantedWords, words } from '../builders/planted-words.js';
import { answeredObject, plantedWord, refusalOf } from '../builders/told-words.js';

jest.setTimeout(120_000);

/*
 * As `blind-canaries`, once a list is published that names the entry: what the matrix calls released may be read then,
 * and nothing besides. Who judged, and how, stays closed to all but the office.
 */
const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
) as OpenApi;
const objects = new Map(
  answeredObjects(document as unknown as Parameters<typeof answeredObjects>[0]).flatMap(({ route, object }) =>
    object === null ? [] : [[route, object] as const],
  ),
);
const finder = new WordFinder(plantedWords.map(({ word }) => word));
/** Who looks again, now that there is something to see: outsiders, and whoever judged. */
const readers = ['anonymous', 'person', 'other-team', 'idle', 'recused', 'openJudge', 'judge', 'chair'] as const;
const further = ['discipline-supervisor', 'problem-owner', 'district-officer', 'office'] as const;

interface Crawl {
  readonly person: CrawlPerson;
  readonly answers: readonly Crawled[];
}

let judging: JudgingBench;
let api: TestApi;
let owner: DataSource;
let planted: PlantedEdition;
let list: string;
let crawls: readonly Crawl[];

beforeAll(async () => {
  judging = await startJudgingBench();
  api = await startApi({}, judging.database);
  planted = await plantedEdition(api);
  owner = await createDataSource(api.database.ownerUrl).initialize();
  list = await publish();
  const nameable = await everythingNameable(owner, [planted.sample]);
  const people = (await crawlPeople(api, planted)).map((person) => ({
    ...person,
    moment: { ...person.moment, isReleased: true },
  }));
  const found: Crawl[] = [];
  for (const person of people.filter(({ name }) => [...readers, ...further].includes(name as never))) {
    found.push({ person, answers: await new Crawler(document, nameable, finder, person.asker, true).reads() });
  }
  crawls = found;
}, 900_000);
afterAll(async () => {
  await owner?.destroy();
  await api?.close();
  await judging?.close();
});

/** The stage is judged to its end, tallied, and its list published by two persons; the lead agrees to be named. */
async function publish(): Promise<string> {
  const { office, executive, lead, editionId, slug, entry } = planted;
  const consent = { isGiven: true, version: '2026-11-27' };
  needs(await lead.put(`/api/v1/entries/${entry}/consents/publish-name`, consent), 204);
  const [{ id: stageId = '' } = {}] = await api.dataSource.query<{ id: string }[]>(
    `select s.id from stages s join rules_versions r on r.stage_id = s.id
      where s.edition_id = $1 and (r.document -> 'blind')::boolean`,
    [editionId],
  );
  await scoreAsChair();
  await owner.query(`delete from award_tiers where edition_id = $1`, [editionId]);
  await owner.query(
    `insert into award_tiers (id, edition_id, stage_id, key, name_zh, name_en, position, quota)
     values ($1, $2, $3, 'first', '一等奖', 'First prize', 0, 1)`,
    [uuidv7(), editionId, stageId],
  );
  await owner.query('update windows set closed_at = now() where stage_id = $1', [stageId]);
  await judging.module.get(TallyService).run(stageId);
  const { publicId } = needs(await office.post<{ publicId: string }>(`/api/v1/editions/${slug}/award-lists`, {}), 201);
  needs(await office.post(`/api/v1/award-lists/${publicId}/publication-request`), 204);
  needs(await executive.post(`/api/v1/award-lists/${publicId}/publication`), 204);
  return publicId;
}

/** The second sheet, without which an entry has too few. */
async function scoreAsChair(): Promise<void> {
  const { chair } = planted;
  await leaveCalibration(chair);
  type Desk = { readonly stages: readonly { readonly assignments: readonly { readonly publicId: string }[] }[] };
  const { stages } = needs(await chair.get<Desk>('/api/v1/my/assignments'), 200);
  const own = `/api/v1/assignments/${stages[0]?.assignments[0]?.publicId ?? ''}`;
  const { rulesHash, draft } = needs(await chair.get<{ rulesHash: string; draft: { scores: object } }>(own), 200);
  const sheet = { scores: draft.scores, rulesHash };
  needs(await chair.post(`${own}/submissions`, sheet, { 'if-match': '"0"' }), 201);
}

const of = (name: string) => crawls.filter(({ person }) => person.name === name).flatMap(({ answers }) => answers);
const foundBy = (name: string) => new Set(of(name).flatMap(({ found }) => [...found]));

describe('once a list is published', () => {
  it('the public reads whom it names, and from where they are', async () => {
    const answer = await api.anonymous().get<object>(`/api/v1/public/award-lists/${list}`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toContain(words.lead);
    expect(JSON.stringify(answer.body)).toContain('"CN"');
    expect([...foundBy('anonymous')].length).toBeGreaterThan(0);
  });

  it('nobody is told a word that the visibility matrix still forbids', () => {
    const leaks = crawls.flatMap(({ person, answers }) =>
      answers.flatMap((crawled) => {
        const object = answeredObject(crawled, objects);
        return [...crawled.found].flatMap((word) => {
          const why = refusalOf(person, plantedWord(word), object);
          return why === null ? [] : [`${person.name} ${crawled.operation} (${crawled.status}) ${word}: ${why}`];
        });
      }),
    );
    expect(leaks).toEqual([]);
  });

  it('no outsider and no other judge is told who judged, or a score', () => {
    const judges = plantedWords.filter(({ fields }) => fields.some((field) => /^(judge|score)-/.test(field)));
    for (const name of ['anonymous', 'person', 'other-team', 'idle', 'discipline-supervisor', 'district-officer']) {
      const told = foundBy(name);
      const own = judges.filter(({ owner: ofPerson }) => ofPerson === name).map(({ word }) => word);
      expect([name, judges.filter(({ word }) => told.has(word) && !own.includes(word))]).toEqual([name, []]);
    }
  });
});

describe('what there is and what there is not', () => {
  /** What tells the two apart, besides the id itself, which the asker has sent. */
  const shape = (answer: { status: number; body: unknown; headers: Headers }, id: string) => ({
    status: answer.status,
    body: JSON.stringify(answer.body).replaceAll(id, 'ID'),
    heads: [...answer.headers.keys()]
      .filter((name) => !/^(date|x-ratelimit|ratelimit)/.test(name))
      .toSorted((one, other) => one.localeCompare(other)),
  });

  it('are answered alike to whoever may see neither: an entry, a file, an assignment, a list, a message', async () => {
    const first = async (sql: string) => (await owner.query<{ id: string }[]>(sql))[0]?.id ?? '';
    const assignment = await first('select public_id as id from assignments limit 1');
    const message = await first('select id from outbox_messages limit 1');
    const stage = await first('select id from stages limit 1');
    const { slug } = planted;
    const about: [string, (id: string) => string][] = [
      ...['', '/team', '/files', '/receipt.pdf', '/judges-view', '/avoidances'].map(
        (part): [string, (id: string) => string] => [planted.entry, (id) => `/api/v1/entries/${id}${part}`],
      ),
      ...['', '/entry'].map((part): [string, (id: string) => string] => [
        assignment,
        (id) => `/api/v1/assignments/${id}${part}`,
      ]),
      ...['wall', 'ranking'].map((part): [string, (id: string) => string] => [
        stage,
        (id) => `/api/v1/stages/${id}/${part}`,
      ]),
      [message, (id) => `/api/v1/editions/${slug}/messages/${id}`],
      [planted.entry, (id) => `/api/v1/editions/${slug}/eligibility/${id}`],
    ];
    const strangers: [string, Asker][] = [
      ['anonymous', api.anonymous()],
      ['person', await api.person()],
      ['idle', planted.idle],
    ];
    const apart: string[] = [];
    for (const [name, asker] of strangers) {
      for (const [there, path] of about) {
        const none = uuidv4();
        const real = shape(await asker.get(path(there)), there);
        const invented = shape(await asker.get(path(none)), none);
        if (real.status < 400) apart.push(`${name} ${path('ID')} is answered ${real.status}`);
        const [is, isNot] = [JSON.stringify(real), JSON.stringify(invented)];
        if (is !== isNot) apart.push(`${name} ${path('ID')}: ${is} is not ${isNot}`);
      }
    }
    expect(apart).toEqual([]);
  });
});
