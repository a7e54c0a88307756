import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Asker, startApi, type TestApi } from '../builders/api.js';
import { AssignmentDesk } from '../builders/assignment-desk.js';

jest.setTimeout(120_000);

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

interface Wishes {
  readonly editions: readonly {
    readonly slug: string;
    readonly fieldGroups: readonly { readonly id: string; readonly wish: string | null }[];
  }[];
}

/** Two field groups; entries of odd numbers are of the second. */
async function withGroups(desk: AssignmentDesk): Promise<string[]> {
  const groups = [uuidv7(), uuidv7()];
  await desk.query(
    `insert into field_groups (id, edition_id, key, name_zh, name_en, position)
     select id, $1, 'group-' || n, '组' || n, 'Group ' || n, n from unnest($2::uuid[]) with ordinality as g (id, n)`,
    [desk.stage.editionId, groups],
  );
  await desk.query(`update entries set field_group_id = ($2::uuid[])[1 + number % 2] where edition_id = $1`, [
    ...[desk.stage.editionId, groups],
  ]);
  return groups;
}

const judgeOf = (desk: AssignmentDesk, place: number) => api.signedIn(desk.stage.userIds[place] ?? '');

const tell = (who: Asker, slug: string, wishes: readonly object[], key: string = uuidv7()) =>
  who.send('PUT', `/api/v1/my/wishes/${slug}`, { body: { wishes }, headers: { 'idempotency-key': key } });

const wished = async (who: Asker) => {
  const { body } = await who.get<Wishes>('/api/v1/my/wishes');
  return body.editions[0]?.fieldGroups.map(({ wish }) => wish);
};

describe('what a judge wishes', () => {
  it('is said of field groups, changed as a whole, and told to the judge alone', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 2, judges: 2 });
    const [first, second] = await withGroups(desk);
    const [judge, other] = [await judgeOf(desk, 0), await judgeOf(desk, 1)];
    expect(await wished(judge)).toEqual([null, null]);
    const { slug } = desk.stage;
    const said = [
      { fieldGroupId: first, wish: 'gladly' },
      { fieldGroupId: second, wish: 'rather-not' },
    ];
    expect((await tell(judge, slug, said)).status).toBe(204);
    expect(await wished(judge)).toEqual(['gladly', 'rather-not']);
    expect(await wished(other)).toEqual([null, null]);
    expect((await tell(judge, slug, [{ fieldGroupId: second, wish: 'gladly' }])).status).toBe(204);
    expect(await wished(judge)).toEqual([null, 'gladly']);
    const events = await desk.query<{ gladly: string[]; ratherNot: string[] }>(
      `select canonical::jsonb #> '{body,gladly}' as gladly, canonical::jsonb #> '{body,ratherNot}' as "ratherNot"
         from ledger_events where kind = 'judge-wishes-told' order by id`,
    );
    expect(events).toEqual([
      { gladly: [first], ratherNot: [second] },
      { gladly: [second], ratherNot: [] },
    ]);
  });

  it('is refused of groups of another edition, twice of one, and by who is no judge of it', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 1 });
    const other = await AssignmentDesk.open(api, { entries: 1, judges: 1 });
    const [own] = await withGroups(desk);
    const [foreign] = await withGroups(other);
    const judge = await judgeOf(desk, 0);
    const one = (fieldGroupId: string | undefined, wish = 'gladly') => ({ fieldGroupId, wish });
    expect(await tell(judge, desk.stage.slug, [one(foreign)])).toMatchObject({
      ...{ status: 400, body: { code: 'request-invalid', errors: [{ path: 'wishes' }] } },
    });
    expect((await tell(judge, desk.stage.slug, [one(own), one(own, 'rather-not')])).status).toBe(400);
    expect((await tell(judge, desk.stage.slug, [one(own, 'never')])).status).toBe(400);
    expect((await tell(judge, other.stage.slug, [one(foreign)])).status).toBe(404);
    expect((await tell(desk.office, desk.stage.slug, [one(own)])).status).toBe(403);
    expect(
      await desk.query('select from judge_wishes where edition_id = any ($1)', [
        [desk.stage.editionId, other.stage.editionId],
      ]),
    ).toEqual([]);
  });

  it('is asked for no longer once the judging is over', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 1, judges: 1 });
    await withGroups(desk);
    await desk.query('update windows set closed_at = now() where stage_id = $1', [desk.stage.stageId]);
    const { body } = await (await judgeOf(desk, 0)).get<Wishes>('/api/v1/my/wishes');
    expect(body.editions).toEqual([]);
  });

  it('leads entries to whoever takes their group gladly, and away from who would rather not', async () => {
    const desk = await AssignmentDesk.open(api, { entries: 4, judges: 2 });
    const [even, odd] = await withGroups(desk);
    const { slug } = desk.stage;
    await tell(await judgeOf(desk, 0), slug, [{ fieldGroupId: odd, wish: 'gladly' }]);
    await tell(await judgeOf(desk, 1), slug, [{ fieldGroupId: odd, wish: 'rather-not' }]);
    const { id, preview } = await desk.plan({ judgesWanted: 1 });
    expect(preview.figures).toMatchObject({ glad: 0.5, reluctant: 0 });
    const judges = (await desk.entries(id)).map((entry) => entry.judges[0]?.id);
    expect(judges).toEqual([0, 1, 0, 1].map((place) => desk.stage.judgeIds[place]));
    // A plan that was read is not undone by a wish that somebody tells afterwards.
    await tell(await judgeOf(desk, 1), slug, [{ fieldGroupId: even, wish: 'rather-not' }]);
    expect(await desk.apply(id, preview.run.planHash)).toMatchObject({ status: 204 });
  });
});
