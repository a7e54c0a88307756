import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, locateProblems, type LockedField, WindowService } from '#contest';
import { createDataSource } from '#database';
import { LedgerService } from '#ledger';
import { storeOneSheet } from '../builders/one-sheet.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

const small = readFileSync(new URL('../../contests/small-contest.yaml', import.meta.url), 'utf8');

let database: TestDatabase;
let dataSource: DataSource;
let templates: ContestTemplateService;
let editionsMade = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  templates = new ContestTemplateService(dataSource, new LedgerService());
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const applyText = (yaml: string) => templates.apply(templates.read(yaml));

/** A text whose edition is its own, written, with the judging of its final opened where `isLocked`. */
async function written(isLocked: boolean): Promise<{ text: string; editionId: string; finalId: string }> {
  editionsMade += 1;
  const text = small.replace('slug: small-2024', `slug: small-locked-${editionsMade}`);
  const { editionId, stages } = await applyText(text);
  const finalId = stages[1]?.stageId ?? '';
  if (isLocked) {
    await new WindowService(dataSource, new LedgerService()).open({ stageId: finalId }, { actor: uuidv7() });
  }
  return { text, editionId, finalId };
}

/** The fields for which a changed template is refused; none where it is accepted. */
async function lockedFields(text: string): Promise<readonly LockedField[]> {
  const error = await applyText(text).then(
    () => null,
    (caught: { code: string; details: { problems: readonly LockedField[] } }) => caught,
  );
  if (error === null) return [];
  expect(error.code).toBe('rules-locked');
  return error.details.problems;
}

const second = `- { key: second, name: { zh: 二等奖, en: Second prize }, quota: 2 }`;
const third = `- { key: third, name: { zh: 三等奖, en: Third prize }, quota: 3 }`;

const changes: [string, (text: string) => string, string[]][] = [
  ['a quota', (text) => text.replace(second, second.replace('quota: 2', 'quota: 20')), ['stages[1].awards[1].quota']],
  [
    'a minimum score',
    (text) => text.replace(second, second.replace('quota: 2', 'quota: 2, minimumScore: 60')),
    ['stages[1].awards[1].minimumScore'],
  ],
  [
    'a tier of another key',
    (text) => text.replace('{ key: second,', '{ key: silver,'),
    ['stages[1].awards', 'stages[1].awards[1].key'],
  ],
  ['a tier less', (text) => text.replace(`      ${second}\n`, ''), ['stages[1].awards']],
  [
    'the order of tiers',
    (text) => text.replace(second, 'x').replace(third, second).replace('x\n', `${third}\n`),
    ['stages[1].awards[1].key', 'stages[1].awards[2].key'],
  ],
  ['the kind', (text) => text.replace('kind: final', 'kind: second-round'), ['stages[1].kind']],
  [
    'the stage before',
    (text) => text.replace('    after: first-round\n', '').replace('[previous-stage, ', '['),
    ['stages[1].after'],
  ],
  [
    'the track',
    (text) =>
      text
        .replace('en: All entries }', 'en: All entries }\n  tracks: [{ key: some, name: { zh: 部分, en: Some } }]')
        .replace('kind: final\n    track: all', 'kind: final\n    track: some'),
    ['stages[1].track'],
  ],
];

describe('a template that differs from a stage whose rules are locked', () => {
  it.each(changes)('in %s is refused with the field, and changes nothing', async (_, change, paths) => {
    const { text, editionId } = await written(true);
    const state = () =>
      dataSource.query<object[]>(
        `select s.key, s.kind, s.track_id, s.previous_stage_id, a.key as tier, a.position, a.quota, a.minimum_score
           from stages s left join award_tiers a on a.stage_id = s.id where s.edition_id = $1 order by s.key, a.position`,
        [editionId],
      );
    const before = await state();
    expect(change(text)).not.toBe(text);
    expect((await lockedFields(change(text))).map(({ path }) => path)).toEqual(paths);
    expect(await state()).toEqual(before);
  });

  it.each(changes)('in %s is accepted before the lock', async (_, change) => {
    const { text } = await written(false);
    expect(await lockedFields(change(text))).toEqual([]);
  });

  it('is refused also where no lock was written but a sheet was submitted', async () => {
    const { text, editionId, finalId } = await written(false);
    await storeOneSheet(dataSource, editionId, finalId);
    const quota = text.replace(second, second.replace('quota: 2', 'quota: 3'));
    expect((await lockedFields(quota)).map(({ path }) => path)).toEqual(['stages[1].awards[1].quota']);
  });

  it('in the hours that files may follow only adds to them once entries have opened', async () => {
    const { text, editionId } = await written(false);
    const hours = async (given: number) => {
      await applyText(text.replace('  year: 2024', `  year: 2024\n  fileBytesHours: ${given}`));
      const rows = await dataSource.query<{ hours: number }[]>('select file_bytes_hours($1) as hours', [editionId]);
      return rows[0]?.hours;
    };
    expect([await hours(48), await hours(12)]).toEqual([48, 12]);
    await new WindowService(dataSource, new LedgerService()).open({ editionId }, { actor: uuidv7() });
    expect([await hours(6), await hours(36)]).toEqual([12, 36]);
  });

  it('names the line of the field in the file', async () => {
    const { text } = await written(true);
    const changed = text.replace(second, second.replace('quota: 2', 'quota: 20'));
    const line = changed.split('\n').findIndex((one) => one.includes('quota: 20')) + 1;
    const [problem] = locateProblems(changed, await lockedFields(changed));
    expect(problem).toMatchObject({
      line,
      column: (changed.split('\n')[line - 1]?.indexOf('20 }') ?? 0) + 1,
      code: 'rules-locked',
      reason: { zh: expect.stringContaining('现为：2'), en: expect.stringContaining('it is: 2') },
    });
  });

  it('in display texts alone is accepted until a frozen list names the tiers', async () => {
    const { text, editionId, finalId } = await written(true);
    const renamed = text.replace('en: Second prize', 'en: Silver prize');
    expect(await lockedFields(renamed.replace('en: Final }', 'en: The Final }'))).toEqual([]);
    await freezeTier(editionId, finalId);
    const again = await lockedFields(renamed.replace('en: Silver prize', 'en: Gold prize'));
    expect(again.map(({ path }) => path)).toEqual(['stages[1].awards[1].name.en']);
    expect(await lockedFields(renamed.replace('en: Final }', 'en: Grand final }'))).toEqual([]);
  });
});

/** A frozen list with one vacant place. */
async function freezeTier(editionId: string, stageId: string): Promise<void> {
  const version = uuidv7();
  await dataSource.query(
    `insert into award_list_versions (id, public_id, edition_id, number, canonical, hash, frozen_by)
     values ($1, $2, $3, 1, '{}', sha256('{}'), $1)`,
    [version, uuidv4(), editionId],
  );
  await dataSource.query(
    `insert into award_list_items (version_id, position, tier_id)
     select $1, 1, id from award_tiers where stage_id = $2 and key = 'second'`,
    [version, stageId],
  );
}
