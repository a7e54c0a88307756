import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { AwardBench, type Frozen, listsOf, type Problem } from '../builders/award-bench.js';

let bench: AwardBench;

beforeAll(async () => {
  bench = await AwardBench.start();
});
afterAll(() => bench.stop());

describe('freezing an award list', () => {
  it('is refused with every blocker while judging is open and nothing is tallied', async () => {
    const stage = await bench.judgedStage(['9', '8', '7', '6'], [{ key: 'first', quota: 1 }]);
    const answer = await (await bench.office(stage)).post<Problem>(listsOf(stage), {});
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('award-list-blocked');
    expect(answer.body.details.blockers.map(({ code }) => code)).toEqual([
      'window-open',
      'tally-missing',
      'tally-pending',
    ]);
    expect(await bench.judging.count('award_list_versions', 'edition_id = $1', [stage.editionId])).toBe(0);
  });

  it('fills the tiers by rank and leaves a tier below its minimum score vacant', async () => {
    const { list } = await bench.frozenList(
      ['9', '8', '7', '6'],
      [
        { key: 'first', quota: 1 },
        { key: 'second', quota: 2 },
        { key: 'third', quota: 1, minimumScore: '65' },
      ],
    );
    const rows = await bench.dataSource.query<{ key: string; number: number | null }[]>(
      `select t.key, e.number from award_list_items i join award_tiers t on t.id = i.tier_id
         join award_list_versions v on v.id = i.version_id left join entries e on e.id = i.entry_id
        where v.public_id = $1 order by i.position`,
      [list.publicId],
    );
    expect(rows).toEqual([
      { key: 'first', number: 1 },
      { key: 'second', number: 2 },
      { key: 'second', number: 3 },
      { key: 'third', number: null },
    ]);
  });

  it('makes a hash of a document that holds no name', async () => {
    const { list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    const rows = await bench.dataSource.query<{ canonical: string }[]>(
      'select canonical from award_list_versions where public_id = $1',
      [list.publicId],
    );
    const canonical = rows[0]?.canonical ?? '';
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(list.hash);
    expect(canonical).not.toContain('Lead of');
  });

  it('happens once for one key', async () => {
    const stage = await bench.judgedStage(['9', '8'], [{ key: 'first', quota: 1 }]);
    await bench.close(stage);
    await bench.tally(stage);
    const person = await bench.office(stage);
    const key = { 'idempotency-key': uuidv7() };
    const answers = await Promise.all([1, 2].map(() => person.post<Frozen>(listsOf(stage), {}, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await bench.judging.count('award_list_versions', 'edition_id = $1', [stage.editionId])).toBe(1);
  });

  it('asks for a reason from the second version on', async () => {
    const { stage, first } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    expect((await first.post<Problem>(listsOf(stage), {})).body.code).toBe('award-list-reason-missing');
    const corrected = await first.post<Frozen>(listsOf(stage), { reasonCode: 'score-corrected' });
    expect(corrected.body.number).toBe(2);
  });

  it('keeps what the list rests on from being changed by the application', async () => {
    const { stage } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    for (const table of ['tally_rows', 'judge_effects']) {
      await expect(
        bench.dataSource.query(`delete from ${table} where run_id in (select id from tally_runs where stage_id = $1)`, [
          stage.stageId,
        ]),
      ).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  it('is blocked by a tie at an award line until two persons record that the places are shared', async () => {
    const stage = await bench.judgedStage(['9', '8', '8', '7'], [{ key: 'first', quota: 2 }]);
    await bench.close(stage);
    await bench.tally(stage);
    const [first, second] = [await bench.office(stage), await bench.office(stage)];
    const refused = await first.post<Problem>(listsOf(stage), {});
    expect(refused.body.details.blockers).toMatchObject([{ code: 'tie-at-award-line', rank: 2, entries: [2, 3] }]);
    const decisions = `/api/v1/stages/${stage.stageId}/tie-decisions`;
    expect((await first.post<Problem>(decisions, { rank: 1 })).body.code).toBe('tie-missing');
    const { id } = (await first.post<{ id: string }>(decisions, { rank: 2 })).body;
    expect((await first.post<Problem>(`${decisions}/${id}/approval`)).body.code).toBe('same-person');
    expect((await second.post(`${decisions}/${id}/approval`)).status).toBe(204);
    expect((await first.post(listsOf(stage), {})).status).toBe(201);
    expect(
      await bench.judging.count(
        'award_list_items i join award_list_versions v on v.id = i.version_id',
        'v.edition_id = $1 and entry_id is not null',
        [stage.editionId],
      ),
    ).toBe(3);
  });
});

describe('publishing an award list', () => {
  it('takes two persons, the second with the right to approve', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    const path = `/api/v1/award-lists/${list.publicId}`;
    const [second, clerk] = [await bench.office(stage), await bench.office(stage, false)];
    expect((await second.post<Problem>(`${path}/publication`)).body.code).toBe('publication-not-requested');
    expect((await first.post(`${path}/publication-request`)).status).toBe(204);
    expect((await second.post<Problem>(`${path}/publication-request`)).body.code).toBe('publication-already-requested');
    expect((await first.post<Problem>(`${path}/publication`)).body.code).toBe('same-person');
    expect((await clerk.post(`${path}/publication`)).status).toBe(403);
    const visitor = bench.api.anonymous();
    expect((await visitor.get(`/api/v1/public/award-lists/${list.publicId}`)).status).toBe(404);
    expect((await second.post(`${path}/publication`)).status).toBe(204);
    const published = await visitor.get<{ hash: string; sections: { tiers: { items: { lead: string }[] }[] }[] }>(
      `/api/v1/public/award-lists/${list.publicId}`,
    );
    expect(published.body.hash).toBe(list.hash);
    expect(published.body.sections[0]?.tiers[0]?.items[0]?.lead).toBe('Lead of 1');
    const index = await visitor.get<{ lists: { publicId: string }[] }>('/api/v1/public/award-lists');
    expect(index.body.lists.map(({ publicId }) => publicId)).toContain(list.publicId);
  });

  it('names a lead who has an account only while that person agrees, and opens the commitment no longer either', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    const path = `/api/v1/award-lists/${list.publicId}`;
    await first.post(`${path}/publication-request`);
    await (await bench.office(stage)).post(`${path}/publication`);
    const lead = await bench.api.person();
    const rows = await bench.dataSource.query<[{ entry: string }[], number]>(
      `update entries set lead_user_id = $2 where edition_id = $1 and number = 1 returning public_id as entry`,
      [stage.editionId, lead.userId],
    );
    type Published = { canonical: string; sections: { tiers: { items: { lead: string; leadSalt: string }[] }[] }[] };
    const shown = async () => {
      const { body } = await bench.api.anonymous().get<Published>(`/api/v1/public/award-lists/${list.publicId}`);
      const item = body.sections[0]?.tiers[0]?.items[0];
      expect(body.canonical).toContain('"lead"');
      return [item?.lead ?? null, item?.leadSalt !== null];
    };
    const agree = (isGiven: boolean) =>
      lead.put(`/api/v1/entries/${rows[0][0]?.entry}/consents/publish-name`, { isGiven, version: '2026-11-27' });
    expect(await shown()).toEqual([null, false]);
    expect(await agree(true)).toMatchObject({ status: 204 });
    expect(await shown()).toEqual(['Lead of 1', true]);
    await agree(false);
    expect(await shown()).toEqual([null, false]);
    await agree(true);
    expect(await shown()).toEqual(['Lead of 1', true]);
  });

  it('is refused once something waits to be tallied', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    await bench.mark(stage);
    const answer = await first.post<Problem>(`/api/v1/award-lists/${list.publicId}/publication-request`);
    expect(answer.body.code).toBe('award-list-stale');
  });

  it('leaves an event of the ledger for each act', async () => {
    const { stage, first, list } = await bench.frozenList(['9', '8'], [{ key: 'first', quota: 1 }]);
    const path = `/api/v1/award-lists/${list.publicId}`;
    await first.post(`${path}/publication-request`);
    await (await bench.office(stage)).post(`${path}/publication`);
    const kinds = await bench.dataSource.query<{ kind: string }[]>(
      `select kind from ledger_events where canonical::jsonb -> 'subject' ->> 'list' =
         (select id::text from award_list_versions where public_id = $1) order by recorded_at`,
      [list.publicId],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'award-list-frozen',
      'award-list-publication-requested',
      'award-list-published',
    ]);
  });
});
