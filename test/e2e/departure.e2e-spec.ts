import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Asker } from '../builders/api.js';
import { AwardBench, type Frozen, listsOf, type Problem } from '../builders/award-bench.js';
import type { JudgingStage } from '../builders/judging-stage.js';

let bench: AwardBench;

beforeAll(async () => {
  bench = await AwardBench.start();
});
afterAll(() => bench?.stop());

async function departureOf(stage: JudgingStage, entry: number): Promise<string> {
  const [row] = await bench.dataSource.query<{ public_id: string }[]>('select public_id from entries where id = $1', [
    stage.entryIds[entry],
  ]);
  return `/api/v1/stages/${stage.stageId}/entries/${row?.public_id}/departure`;
}

const retired = { outcome: 'retired', reasonCode: 'team-gave-up' };
const blockersOf = async (person: Asker, stage: JudgingStage) =>
  (await person.get<{ blockers: { code: string; entries: number[] }[] }>(listsOf(stage))).body.blockers;

/** A judged and closed stage of two entries, the second with one sheet: below the floor of two. */
async function stageWithShortEntry(): Promise<JudgingStage> {
  const stage = await bench.judgedStage(['9', '8'], [{ key: 'first', quota: 1 }]);
  await bench.dataSource.query(
    `update assignments set voided_at = now(), void_reason = 'recusal' where stage_entry_id = $1 and judge_id = any ($2)`,
    [stage.stageEntryIds[1], stage.judgeIds.slice(1)],
  );
  await bench.close(stage);
  await bench.mark(stage);
  await bench.tally(stage);
  return stage;
}

describe('an entry that leaves a stage', () => {
  it('no longer keeps the list from being frozen for want of sheets, and the list names it nowhere', async () => {
    const stage = await stageWithShortEntry();
    const person = await bench.office(stage);
    expect(await blockersOf(person, stage)).toMatchObject([{ code: 'sheets-insufficient', entries: [2] }]);
    const key = { 'idempotency-key': uuidv7() };
    const url = await departureOf(stage, 1);
    expect((await person.post(url, retired, key)).status).toBe(204);
    expect((await person.post(url, retired, key)).status).toBe(204);
    expect(await person.post(url, { ...retired, outcome: 'forfeit' })).toMatchObject({
      status: 409,
      body: { code: 'entry-departed' },
    });
    expect(await blockersOf(person, stage)).toMatchObject([{ code: 'tally-pending' }]);
    await bench.tally(stage);
    const list = await person.post<Frozen>(listsOf(stage), {});
    expect(list.status).toBe(201);
    const items = await bench.dataSource.query<{ entry_id: string }[]>(
      `select i.entry_id from award_list_items i join award_list_versions v on v.id = i.version_id where v.public_id = $1`,
      [list.body.publicId],
    );
    expect(items).toEqual([{ entry_id: stage.entryIds[0] }]);
    const events = await bench.dataSource.query<{ body: object }[]>(
      `select canonical::jsonb -> 'body' as body from ledger_events
        where kind = 'entry-departed' and canonical::jsonb #>> '{subject,entry}' = $1`,
      [stage.entryIds[1]],
    );
    expect(events).toEqual([{ body: { actor: person.userId, outcome: 'retired', reason: 'team-gave-up' } }]);
  });

  it('has to leave before its result is used: not after a frozen list, nor after the advancement', async () => {
    const { stage, first } = await bench.frozenList(['9', '8', '7'], [{ key: 'first', quota: 1 }]);
    expect(await first.post<Problem>(await departureOf(stage, 0), retired)).toMatchObject({
      status: 409,
      body: { code: 'stage-settled' },
    });
    const other = await bench.judgedStage(['9', '8'], []);
    await bench.dataSource.query(`update stage_entries set outcome = 'advanced' where id = $1`, [
      other.stageEntryIds[0],
    ]);
    const person = await bench.office(other);
    expect(await person.post<Problem>(await departureOf(other, 1), retired)).toMatchObject({
      status: 409,
      body: { code: 'stage-settled' },
    });
  });

  it('is one of that stage, with a reason, and let go by its office only', async () => {
    const stage = await bench.judgedStage(['9', '8'], []);
    const foreign = await bench.judgedStage(['9'], []);
    const person = await bench.office(stage);
    const [url, foreignUrl] = [await departureOf(stage, 0), await departureOf(foreign, 0)];
    expect((await person.post(foreignUrl, retired)).status).toBe(403);
    expect((await person.post(foreignUrl.replace(foreign.stageId, stage.stageId), retired)).status).toBe(404);
    expect((await person.post(url, { outcome: 'advanced', reasonCode: 'x y' })).body).toMatchObject({
      code: 'request-invalid',
      errors: [{ path: 'outcome' }, { path: 'reasonCode' }],
    });
    const secretary = await bench.api.person({ role: 'panel-secretary', editionId: stage.editionId });
    expect((await secretary.post(url, retired)).status).toBe(403);
    expect(await bench.judging.count('stage_entries', 'stage_id = $1 and outcome is not null', [stage.stageId])).toBe(
      0,
    );
  });
});
