import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { Crawler, everythingNameable, type OpenApi } from '../builders/crawl.js';
import { WordFinder } from '../builders/find-words.js';
import { plantedEdition, type PlantedEdition } from '../builders/planted-edition.js';

jest.setTimeout(120_000);

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
) as OpenApi;

/** One in every column in which a judge could be reached, named or found. */
const words = {
  ...{ email: 'judgewordmail', name: 'judgewordname', employer: 'judgewordemployer', earlier: 'judgewordearlier' },
  ...{ keyword: 'judgewordkeyword', key: 'judgewordkey' },
} as const;
const every = Object.values(words);

let api: TestApi;
let owner: DataSource;
let planted: PlantedEdition;

/** Which of the words a person is told by all that the platform answers. */
async function told(who: Asker, writes = false): Promise<string[]> {
  const crawler = new Crawler(document, await everythingNameable(owner), new WordFinder(every), who);
  const crawled = [...(await crawler.reads()), ...(writes ? await crawler.writes() : [])];
  expect(crawled.length).toBeGreaterThan(50);
  const found = new Set(crawled.flatMap((one) => [...one.found]));
  return every.filter((word) => found.has(word));
}

beforeAll(async () => {
  api = await startApi();
  planted = await plantedEdition(api);
  owner = await createDataSource(api.database.ownerUrl).initialize();
  const { userId } = planted.judge;
  await owner.query('update users set email = $2, display_name = $3 where id = $1', [
    ...[userId, `${words.email}@example.test`, words.name],
  ]);
  await owner.query(`update judges set employer = $2, external_key = $3, keywords = array[$4] where user_id = $1`, [
    userId,
    words.employer,
    words.key,
    words.keyword,
  ]);
  await owner.query(
    `insert into judge_employers (id, judge_id, name) select gen_random_uuid(), id, $2 from judges where user_id = $1`,
    [userId, words.earlier],
  );
}, 240_000);
afterAll(async () => {
  await owner?.destroy();
  await api?.close();
});

describe('what the office knows of a judge', () => {
  it('is read by the office, word for word', async () => {
    expect(await told(planted.office)).toEqual(every);
  });

  it.each(['lead', 'member'] as const)('is told to no %s of a team by any route', async (who) => {
    expect(await told(planted[who])).toEqual([]);
  });

  it('is told to no other judge by any route, read or written', async () => {
    expect(await told(planted.chair, true)).toEqual([]);
  });

  it('is told to nobody without an account, and to nobody by mail', async () => {
    expect(await told(api.anonymous())).toEqual([]);
    const letters = await owner.query<{ letter: string }[]>(
      `select row_to_json(m)::text as letter from outbox_messages m where user_id is distinct from $1`,
      [planted.judge.userId],
    );
    expect(letters.filter(({ letter }) => every.some((word) => letter.includes(word)))).toEqual([]);
  });
});
