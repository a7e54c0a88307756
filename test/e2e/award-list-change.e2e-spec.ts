import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { AwardBench, type Frozen, listsOf, type Problem } from '../builders/award-bench.js';
import { createStage, type JudgingStage, stageRules } from '../builders/judging-stage.js';

interface PublicList {
  readonly hash: string;
  readonly canonical: string;
  readonly sections: {
    tiers: { items: { entryNumber: number; title: string; lead: string; titleSalt: string; leadSalt: string }[] }[];
  }[];
}

let bench: AwardBench;

beforeAll(async () => {
  bench = await AwardBench.start();
});
afterAll(() => bench.stop());

const requestPath = ({ publicId }: Frozen) => `/api/v1/award-lists/${publicId}/publication-request`;

const latestRun = async (stage: JudgingStage): Promise<{ id: string; fence: string }> => {
  const rows = await bench.dataSource.query<{ id: string; fence: string }[]>(
    `select id, fence from tally_runs where stage_id = $1 and state = 'completed' order by fence desc limit 1`,
    [stage.stageId],
  );
  return rows[0] as { id: string; fence: string };
};

/** Numbers of the entries on a list version, by position. */
const numbersOn = async (list: Frozen): Promise<(number | null)[]> => {
  const rows = await bench.dataSource.query<{ number: number | null }[]>(
    `select e.number from award_list_items i join award_list_versions v on v.id = i.version_id
       left join entries e on e.id = i.entry_id where v.public_id = $1 order by i.position`,
    [list.publicId],
  );
  return rows.map(({ number }) => number);
};

/** Resolves once some statement waits for a lock of another transaction. */
async function untilSomeoneWaits(): Promise<void> {
  for (;;) {
    const rows = await bench.dataSource.query<unknown[]>(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a list frozen while a tally completes', () => {
  it('waits for it and rests on the new run, whose rows it keeps', async () => {
    const stage = await bench.judgedStage(['9', '8'], [{ key: 'first', quota: 1 }]);
    await bench.close(stage);
    await bench.tally(stage);
    const person = await bench.office(stage);
    const old = await latestRun(stage);
    const next = uuidv7();
    const runner = bench.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `insert into tally_runs select (jsonb_populate_record(r, jsonb_build_object('id', $2::uuid, 'fence', r.fence + 1))).*
         from tally_runs r where r.id = $1`,
      [old.id, next],
    );
    await runner.query(
      `insert into tally_rows select (jsonb_populate_record(w, jsonb_build_object('run_id', $2::uuid))).*
         from tally_rows w where w.run_id = $1`,
      [old.id, next],
    );
    await runner.query('select id from tally_runs where id = $1 for update', [old.id]);
    await runner.query('delete from tally_rows where run_id = $1', [old.id]);
    const freezing = person.post<Frozen>(listsOf(stage), {});
    await untilSomeoneWaits();
    await runner.commitTransaction();
    await runner.release();
    const { status, body } = await freezing;
    expect(status).toBe(201);
    expect(await numbersOn(body)).toEqual([1]);
    const runs = await bench.dataSource.query<{ run_id: string }[]>(
      `select r.run_id from award_list_runs r join award_list_versions v on v.id = r.version_id where v.public_id = $1`,
      [body.publicId],
    );
    expect(runs).toEqual([{ run_id: next }]);
  });
});

describe('a decision to share', () => {
  const tied = async () => {
    const stage = await bench.judgedStage(['9', '8', '8'], [{ key: 'first', quota: 2 }]);
    return { stage, decisions: `/api/v1/stages/${stage.stageId}/tie-decisions` };
  };

  it('is taken once judging is over and everything is tallied', async () => {
    const { stage, decisions } = await tied();
    const person = await bench.office(stage);
    await bench.tally(stage);
    expect((await person.post<Problem>(decisions, { rank: 2 })).body.code).toBe('stage-not-ready');
    await bench.close(stage);
    await bench.mark(stage);
    expect((await person.post<Problem>(decisions, { rank: 2 })).body.code).toBe('stage-not-ready');
    await bench.tally(stage);
    expect((await person.post(decisions, { rank: 2 })).status).toBe(201);
  });

  it('is asked for once, also by two persons at once', async () => {
    const { stage, decisions } = await tied();
    await bench.close(stage);
    await bench.tally(stage);
    const people = [await bench.office(stage), await bench.office(stage)];
    const answers = await Promise.all(people.map((person) => person.post(decisions, { rank: 2 })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409]);
  });

  it('stands when the same result is tallied again', async () => {
    const { stage, decisions } = await tied();
    await bench.close(stage);
    await bench.tally(stage);
    const [first, second] = [await bench.office(stage), await bench.office(stage)];
    const { id } = (await first.post<{ id: string }>(decisions, { rank: 2 })).body;
    await second.post(`${decisions}/${id}/approval`);
    await bench.mark(stage);
    await bench.tally(stage);
    expect((await first.post(listsOf(stage), {})).status).toBe(201);
  });
});

describe('ranks of a stage still being judged', () => {
  it('show neither as blockers of the list nor as a preview of who advances', async () => {
    const stage = await bench.judgedStage(['9', '8', '8'], [{ key: 'first', quota: 2 }]);
    await bench.tally(stage);
    const person = await bench.office(stage);
    const { body } = await person.get<{ blockers: { code: string }[] }>(listsOf(stage));
    expect(body.blockers.map(({ code }) => code)).toEqual(['window-open']);
  });

  it('are read by the preview after the close, and the ledger keeps who read them', async () => {
    const rules = stageRules({ tieLadder: [], advancement: { by: 'number', value: '1', scope: 'stage' } });
    const stage = await createStage(bench.dataSource, { entries: 2, rules });
    await createStage(bench.dataSource, { after: stage, previousStageId: stage.stageId, isOpen: false });
    for (const [index, { entry }] of stage.assignments.entries()) {
      await bench.judging.submit(stage, index, entry === 0 ? '8' : '9');
    }
    await bench.tally(stage);
    const person = await bench.office(stage);
    const preview = async () =>
      (
        await person.get<{ rows: { entryNumber: number; advances: boolean }[] }>(
          `/api/v1/stages/${stage.stageId}/advancement`,
        )
      ).body.rows;
    const reads = () =>
      bench.judging.count('ledger_events', `kind = 'read' and canonical::jsonb -> 'subject' ->> 'stage' = $1`, [
        stage.stageId,
      ]);
    expect([await preview(), await reads()]).toEqual([[], 0]);
    await bench.close(stage);
    expect(await preview()).toMatchObject([
      { entryNumber: 2, advances: true },
      { entryNumber: 1, advances: false },
    ]);
    expect(await reads()).toBe(1);
  });
});

describe('a frozen list', () => {
  it('is stale once an entry on it is withdrawn; the next version closes up', async () => {
    const { stage, first, list } = await bench.frozenList(
      ['9', '8', '7'],
      [
        { key: 'first', quota: 1 },
        { key: 'second', quota: 1 },
      ],
    );
    await bench.dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [
      stage.entryIds[0],
    ]);
    expect((await first.post<Problem>(requestPath(list))).body.code).toBe('award-list-stale');
    await bench.tally(stage);
    expect((await first.post<Problem>(requestPath(list))).body.code).toBe('award-list-stale');
    const next = (await first.post<Frozen>(listsOf(stage), { reasonCode: 'entry-withdrawn' })).body;
    expect(await numbersOn(next)).toEqual([2, 3]);
    expect((await first.post<Problem>(requestPath(list))).body.code).toBe('award-list-superseded');
    expect((await first.post(requestPath(next))).status).toBe(204);
  });

  it('is stale while judging is open again, and while the newest tally differs from its shadow', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    await bench.dataSource.query('update windows set closed_at = null where stage_id = $1', [stage.stageId]);
    expect((await first.post<Problem>(requestPath(list))).body.code).toBe('award-list-stale');
    await bench.close(stage);
    await bench.mark(stage);
    await bench.tally(stage);
    const { id } = await latestRun(stage);
    await bench.dataSource.query(`update tally_runs set shadow = 'differs' where id = $1`, [id]);
    expect((await first.post<Problem>(requestPath(list))).body.code).toBe('award-list-stale');
    await bench.dataSource.query(`update tally_runs set shadow = 'agrees' where id = $1`, [id]);
    expect((await first.post(requestPath(list))).status).toBe(204);
  });

  it('is fit again once a later tally gives its result again', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    const leave = (outcome: string | null) =>
      bench.dataSource.query('update stage_entries set outcome = $2 where id = $1', [stage.stageEntryIds[1], outcome]);
    await leave('retired');
    await bench.tally(stage);
    expect((await first.post<Problem>(requestPath(list))).body.code).toBe('award-list-stale');
    await leave(null);
    await bench.tally(stage);
    expect((await first.post(requestPath(list))).status).toBe(204);
  });

  it('gives outsiders what they need: places, what it corrects, and commitments they can open', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    const corrected = (await first.post<Frozen>(listsOf(stage), { reasonCode: 'score-corrected' })).body;
    await first.post(requestPath(corrected));
    await (await bench.office(stage)).post(`/api/v1/award-lists/${corrected.publicId}/publication`);
    const answer = await bench.api.anonymous().get<PublicList>(`/api/v1/public/award-lists/${corrected.publicId}`);
    const { canonical, hash, sections } = answer.body;
    const sha256 = (...parts: (string | Buffer)[]) =>
      parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex');
    expect(sha256(canonical)).toBe(hash);
    const item = sections[0]?.tiers[0]?.items[0];
    expect(item).toMatchObject({ entryNumber: 1, title: 'Entry 1', lead: 'Lead of 1' });
    expect(JSON.parse(canonical)).toMatchObject({
      number: 2,
      reason: 'score-corrected',
      previous: list.hash,
      runs: [{ tiers: [{ tier: 'first', quota: 1, minimumScore: null }] }],
      items: [
        {
          ...{ position: 1, number: 1, track: 'all', country: 'CN', rank: 1 },
          title: sha256(Buffer.from(item?.titleSalt ?? '', 'hex'), item?.title ?? ''),
          lead: sha256(Buffer.from(item?.leadSalt ?? '', 'hex'), item?.lead ?? ''),
        },
      ],
    });
    expect(canonical).not.toContain('Entry 1');
  });
});
