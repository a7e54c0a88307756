import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { columnsWithoutNames } from '../builders/columns-without-names.js';
import { canary } from '../builders/authored-files.js';
import { startApi, type TestApi } from '../builders/api.js';
import { Crawler, everythingNameable, operationsOf, type Crawled, type OpenApi } from '../builders/crawl.js';
import { WordFinder, wordKey } from '../builders/find-words.js';
import { plantedEdition, type PlantedEdition } from '../builders/planted-edition.js';
import { sortKey, words } from '../builders/planted-words.js';

jest.setTimeout(120_000);

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
) as OpenApi;
const finder = new WordFinder([...Object.values(words), sortKey]);

let api: TestApi;
let owner: DataSource;
let planted: PlantedEdition;
let judge: Crawled[];
let chair: Crawled[];
let office: Crawled[];
let lead: Crawled[];

beforeAll(async () => {
  api = await startApi();
  planted = await plantedEdition(api);
  owner = await createDataSource(api.database.ownerUrl).initialize();
  const nameable = await everythingNameable(owner);
  const crawler = (name: 'judge' | 'chair' | 'office' | 'lead') =>
    new Crawler(document, nameable, finder, planted[name]);
  office = await crawler('office').reads();
  lead = await crawler('lead').reads();
  const other = crawler('chair');
  chair = await other.reads();
  await planted.recuse(planted.chair);
  chair.push(...(await other.reads(/assign/)));
  const own = crawler('judge');
  const reads = await own.reads();
  judge = [...reads, ...(await own.furtherReads(reads)), ...(await own.writes())];
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await api?.close();
});

const told = (crawled: readonly Crawled[]) =>
  crawled.filter(({ found }) => found.size > 0).map(({ operation, url, found }) => ({ operation, url, found }));
const answered = (crawled: readonly Crawled[]) =>
  new Set(crawled.filter(({ status }) => status < 300).map(({ operation }) => operation));

/** Routes whose answers nobody got here, and why that leaves nothing unlooked at. */
const unanswered: Readonly<Record<string, string>> = {
  'GET /api/v1/public/award-lists/{publicId}': 'What is published is public, names and all; nothing is before the end.',
  'GET /api/v1/stages/{stageId}/analysis/heat-map': 'There is none before a tally; the office alone may ask.',
  'GET /api/v1/stages/{stageId}/ranking': 'There is none before a tally; the office alone may ask.',
};

describe('the crawl', () => {
  it('gets an answer from every GET route of the OpenAPI document, as one person or another', () => {
    const reached = answered([...judge, ...chair, ...office, ...lead]);
    const routes = operationsOf(document).filter(({ method }) => method === 'GET');
    const missed = routes.map(({ path }) => `GET ${path}`).filter((operation) => !reached.has(operation));
    expect(new Set(missed)).toEqual(new Set(Object.keys(unanswered)));
    const guarded = Object.keys(unanswered).filter((operation) => operation.includes('/stages/'));
    const asJudge = judge.filter(({ operation }) => guarded.includes(operation));
    expect(new Set(asJudge.map(({ status }) => status))).toEqual(new Set([403]));
  });

  it('sends every write route something', () => {
    const asked = new Set(judge.map(({ operation }) => operation));
    const writes = operationsOf(document).filter(({ method }) => !['GET', 'HEAD'].includes(method));
    expect(writes.map(({ method, path }) => `${method} ${path}`).filter((name) => !asked.has(name))).toEqual([]);
    const statuses = new Set([...judge, ...chair].map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining([200, 204, 400, 403, 404, 409, 410, 412]));
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  });

  it('finds every word that was planted, where the office and the team look', () => {
    const found = new Set([...office, ...lead].flatMap((one) => [...one.found]));
    const planned = [...Object.values(words), ...['pdfauthor', 'docxcreator', 'pptxcreator', 'pngtext'].map(canary)];
    expect(planned.map(wordKey).filter((word) => ![...found].some((one) => word.includes(one)))).toEqual([]);
  });

  it('reads with judges what they judge, page by page', () => {
    for (const crawled of [judge, chair]) {
      const reached = answered(crawled);
      expect(reached).toContain('GET /api/v1/assignments/{publicId}/entry');
      expect(reached).toContain('GET /files/assigned/{token}/pages/{number}');
    }
  });
});

describe('the words', () => {
  it('stand in every column in which a team could be named', async () => {
    const columns = await owner.query<{ table: string; column: string }[]>(
      `select c.table_name as table, c.column_name as column from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
         and c.data_type in ('text', 'jsonb', 'ARRAY', 'character')
         and (c.table_name in ('entries', 'users', 'organisations', 'eligibility_notes', 'imports') or exists (
           select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name
             and o.column_name in ('entry_id', 'member_id', 'organisation_id', 'file_id', 'user_id')))
       order by 1, 2`,
    );
    const bare: string[] = [];
    for (const { table, column } of columns) {
      const rows = await owner.query<{ text: string }[]>(`select ${column}::text as text from ${table}`);
      const found = await finder.in(Buffer.from(rows.map(({ text }) => text).join('\n')));
      if (found.size === 0) bare.push(`${table}.${column}`);
    }
    expect(new Set(bare)).toEqual(new Set(columnsWithoutNames));
  });
});

describe('a judge of a blind stage', () => {
  it.each([
    ['judge', () => judge],
    ['chair of the panel', () => chair],
  ])('as %s is told none of the words by any route, in no head, body, refusal or page', (_, crawled) => {
    expect(told(crawled())).toEqual([]);
  });

  it('is told none of them by mail, nor by a notice', async () => {
    const { judge: reader, lead: author } = planted;
    const email = `${reader.userId}@example.test`;
    const known = {
      email,
      displayName: 'J',
      password: 'a quiet pump in Chongqing',
      locale: 'en',
      version: '2026-11-27',
    };
    const purposes = ['account', 'storage-in-china'];
    await api.anonymous().post('/api/v1/registrations', { ...known, purposes });
    const letters = await owner.query<{ reader: string; letter: string }[]>(
      `select coalesce(user_id::text, address) as reader, row_to_json(m)::text as letter from outbox_messages m`,
    );
    const wordsTo = async (...readers: (string | null)[]) => {
      const own = letters.filter(({ reader: to }) => readers.includes(to));
      return {
        count: own.length,
        found: [...(await finder.in(Buffer.from(own.map(({ letter }) => letter).join('\n'))))],
      };
    };
    expect((await wordsTo(author.userId)).found).toContain(wordKey(words.note));
    expect(await wordsTo(reader.userId, email, planted.chair.userId)).toEqual({ count: 1, found: [] });
  });

  const hasExiftool = (() => {
    try {
      execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
      return true;
    } catch {
      console.warn('Left out: what exiftool finds in pages. There is no exiftool on this machine.');
      return false;
    }
  })();

  (hasExiftool ? it : it.skip)('has no page in which exiftool finds one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-pages-'));
    const pages = judge.filter(({ operation, status }) => operation.startsWith('GET /files/') && status === 200);
    pages.forEach(({ bytes }, at) => writeFileSync(join(folder, `${at}.webp`), bytes));
    const output = execFileSync('exiftool', ['-a', '-G1', '-u', '-ee', folder]);
    rmSync(folder, { recursive: true });
    expect(output.toString()).toContain('image/webp');
    expect([...(await finder.in(output))]).toEqual([]);
  });
});
