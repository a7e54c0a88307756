import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { defaultEligibilitySetting } from '#domain';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { newDraft, openEdition } from '../builders/entry-team.js';

const said = { reason: 'Won the feeder event', evidence: 'Minutes no. 7 of Secret Person' };
let api: TestApi;
let office: Asker;
let base: string;
let edition: { editionId: string; slug: string };
let winner: string;
let unchecked: string;
let stages: { id: string; first: boolean }[];

interface Listed {
  readonly stages: readonly { id: string }[];
  readonly entries: readonly { id: string; isUndoable: boolean; undone: object | null }[];
}

const grant = (entry: string, stageId = '') => office.post<{ code: string }>(base, { entry, stageId, ...said });
const listed = async () => (await office.get<Listed>(base)).body;
const cameBy = () =>
  api.dataSource.query<object[]>(
    `select x.came_by as "cameBy" from stage_entries x join entries e on e.id = x.entry_id where e.public_id = $1`,
    [winner],
  );

/** A plan that was given up, with every entry of a stage in it. */
async function planWith(stageId: string): Promise<void> {
  const [judge, run] = [uuidv7(), uuidv7()];
  const { manager } = api.dataSource;
  await manager.query('insert into judges (id, edition_id) values ($1, $2)', [judge, edition.editionId]);
  await manager.query(
    `insert into assignment_runs (id, stage_id, number, parameters, seed, requested_by, state, ended_by, ended_at)
     values ($1, $2, 1, '{}', 'x', $3, 'discarded', $3, now())`,
    [run, stageId, office.userId],
  );
  const placed = await manager.query<object[]>(
    `insert into assignment_run_pairs (run_id, stage_id, stage_entry_id, judge_id, change)
     select $1, stage_id, id, $3, 'added' from stage_entries where stage_id = $2 returning run_id`,
    [run, stageId, judge],
  );
  expect(placed).toHaveLength(1);
}

beforeAll(async () => {
  api = await startApi();
  edition = await openEdition(api);
  const { slug, editionId } = edition;
  base = `/api/v1/editions/${slug}/direct-entries`;
  office = await api.person({ role: 'organiser', editionId });
  const team = await api.person();
  [winner, unchecked] = [await newDraft(team, slug), await newDraft(team, slug)];
  for (const entry of [winner, unchecked]) await team.post(`/api/v1/entries/${entry}/submissions`);
  const met = defaultEligibilitySetting.checklist.map(({ key }) => key);
  const pass = { decision: 'pass', met, reasons: [], entries: [{ publicId: winner, version: 1 }] };
  expect((await office.post(`/api/v1/editions/${slug}/eligibility/checks`, pass)).status).toBe(204);
  stages = await api.dataSource.query(
    `select id, previous_stage_id is null as first from stages where edition_id = $1 order by position`,
    [editionId],
  );
});

afterAll(() => api.close());

describe('a direct entry', () => {
  it('brings an entry that passed into a later stage, and is shown with its reason', async () => {
    const final = (await listed()).stages.at(-1)?.id;
    expect(stages.filter(({ first }) => !first).map(({ id }) => id)).toContain(final);
    expect(await grant(winner, final)).toMatchObject({ status: 204 });
    expect(await cameBy()).toEqual([{ cameBy: 'direct-entry' }]);
    expect(await listed()).toMatchObject({ entries: [{ ...said, undone: null, isUndoable: true }] });
    expect(await grant(winner, final)).toMatchObject({ status: 409, body: { code: 'entry-in-stage' } });
    // It does not go through the first stage as well.
    await office.post(`/api/v1/editions/${edition.slug}/eligibility/admission`);
    expect(await cameBy()).toHaveLength(1);
  });

  it('is refused to an entry that has not passed, and into a first stage', async () => {
    const final = (await listed()).stages.at(-1)?.id;
    expect(await grant(unchecked, final)).toMatchObject({ status: 409, body: { code: 'not-eligible' } });
    expect(await grant(winner, stages.find(({ first }) => first)?.id)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'stageId' }] },
    });
    expect(await api.anonymous().get(base)).toMatchObject({ status: 401 });
  });

  it('can be undone, and given anew, until the stage opens', async () => {
    const { entries, stages: open } = await listed();
    const final = open.at(-1)?.id ?? '';
    await planWith(final);
    expect(await office.post(`${base}/${entries[0]?.id}/undo`)).toMatchObject({ status: 204 });
    expect(await cameBy()).toEqual([]);
    expect(await office.post(`${base}/${entries[0]?.id}/undo`)).toMatchObject({ status: 404 });
    expect(await grant(winner, final)).toMatchObject({ status: 204 });
    await api.app.get(WindowService, { strict: false }).open({ stageId: final }, { actor: uuidv7() });
    const [standing] = (await listed()).entries;
    expect(standing).toMatchObject({ isUndoable: false, undone: null });
    expect(await office.post(`${base}/${standing?.id}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'window-already-opened' },
    });
  });

  it('leaves its events, and no word of the reason in them', async () => {
    const gaps = await actsWithoutEvents(api.dataSource);
    expect(gaps.filter((gap) => /direct|stage_entries/.test(JSON.stringify(gap)))).toEqual([]);
    const told = await api.dataSource.query<object[]>(
      `select 1 from ledger_events where canonical like '%Secret Person%' or canonical like '%feeder%'`,
    );
    expect(told).toEqual([]);
  });
});
