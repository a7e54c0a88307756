import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { unknownJudge } from '#domain/roster/judge-facts';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type TestApi } from '../builders/api.js';
import { ImportDesk } from '../builders/import-desk.js';

let api: TestApi;
let desk: ImportDesk;

interface Added {
  readonly id: string;
  readonly errors?: readonly { path: string; code: string }[];
}

const url = () => `/api/v1/editions/${desk.slug}/judges`;
const add = (given: object, headers = {}, by = desk.office) =>
  by.post<Added>(url(), { ...unknownJudge, displayName: '', ...given }, headers);
const refusals = async (given: object) => {
  const { status, body } = await add(given);
  return { status, errors: body.errors?.map(({ path, code }) => [path, code]) };
};
const rows = <T = object>(sql: string, values: unknown[] = []) => api.dataSource.query<T[]>(sql, values);
const emailOf = async (user: string | null) =>
  (await rows<{ email: string }>('select email from users where id = $1', [user]))[0]?.email ?? '';

beforeAll(async () => {
  api = await startApi();
  desk = await ImportDesk.open(api);
});
afterAll(() => api.close());

describe('a judge whom the office adds by hand', () => {
  it('is added once, and has a key once, of two who press at the same moment', async () => {
    const once = { email: 'late@example.test', displayName: '同时添' };
    const persons = await Promise.all([add(once), add(once)]);
    expect(persons.map(({ status }) => status).sort((left, right) => left - right)).toEqual([201, 400]);
    const keyed = { displayName: '同号', externalKey: 'K-9' };
    const keys = await Promise.all([
      add({ ...keyed, email: 'one.key@example.test' }),
      add({ ...keyed, email: 'other.key@example.test' }),
    ]);
    const refusedOne = keys.find(({ status }) => status === 400);
    expect(refusedOne?.body.errors).toMatchObject([{ path: 'externalKey', code: 'key-taken' }]);
    expect(keys.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('is what an imported row makes: an account nobody signs in to, the role, and a place that is proposed', async () => {
    const outbox = await rows('select 1 from outbox_messages');
    const given = {
      ...{ email: ' By.Hand@Example.test', displayName: '手工添', employer: 'MIT', keywords: ['泵'], mostEntries: 4 },
      ...{ fieldGroups: ['materials'], languages: ['zh'], kind: 'management' },
      earlierEmployers: [{ name: '某大学', fromYear: 2001, untilYear: null }],
    };
    const once = { 'idempotency-key': uuidv7() };
    const { status, body } = await add(given, once);
    expect(status).toBe(201);
    expect((await add(given, once)).body).toEqual(body);
    const { judges } = (await desk.office.get<{ judges: object[] }>(`${url()}?q=by.hand`)).body;
    expect(judges).toMatchObject([
      {
        ...{ id: body.id, version: 1, name: '手工添', email: 'by.hand@example.test', account: 'none', mostEntries: 4 },
        ...{ place: 'addition-proposed', kind: 'management', fieldGroups: ['materials'], keywords: ['泵'] },
        earlierEmployers: [{ name: '某大学', fromYear: 2001 }],
      },
    ]);
    const granted = `select role from role_grants g join judges j on j.user_id = g.user_id and j.edition_id = g.edition_id
      where j.id = $1 and g.revoked_at is null`;
    expect(await rows(granted, [body.id])).toEqual([{ role: 'judge' }]);
    expect(await rows('select 1 from outbox_messages')).toHaveLength(outbox.length);
    const file = Buffer.from('邮箱,最多项数\nby.hand@example.test,4\n');
    expect((await desk.read(file, 'judges', 'list.csv')).preview).toMatchObject({ counts: { unchanged: 1, new: 0 } });
  });

  it('keeps the account and the name that the address has', async () => {
    const person = await api.person({ displayName: 'Named Herself' });
    const email = await emailOf(person.userId);
    expect((await add({ email, displayName: 'Another Name' })).status).toBe(201);
    expect(await rows('select user_id as user from judges where user_id = $1', [person.userId])).toHaveLength(1);
    expect(await rows('select display_name as name from users where id = $1', [person.userId])).toEqual([
      { name: 'Named Herself' },
    ]);
    expect(await refusals({ email })).toEqual({ status: 400, errors: [['email', 'judge-standing']] });
  });

  it('is refused field by field where an imported row is', async () => {
    const lead = await api.person();
    await rows(
      `insert into entries (id, edition_id, public_id, track_id, track_requires_problem, country_code, title, summary,
         language, lead_user_id) select gen_random_uuid(), t.edition_id, gen_random_uuid(), t.id, t.requires_problem, 'CN',
         'A draft', '', 'zh', $1 from tracks t where t.key = 'innovation-challenge'`,
      [lead.userId],
    );
    expect(await refusals({ email: await emailOf(lead.userId) })).toMatchObject({
      ...{ status: 400, errors: [['email', 'judge-in-team']] },
    });
    const administrator = await api.person({ role: 'system-administrator', editionId: null as unknown as string });
    expect(await refusals({ email: await emailOf(administrator.userId) })).toMatchObject({
      errors: [['email', 'account-is-administrator']],
    });
    const wrong = { email: 'nobody', fieldGroups: ['none'], leastEntries: 3, mostEntries: 2 };
    expect(await refusals(wrong)).toEqual({
      status: 400,
      errors: [
        ['email', 'email-invalid'],
        ['displayName', 'field-missing'],
        ['fieldGroups', 'option-unknown'],
        ['mostEntries', 'decimal-out-of-bounds'],
      ],
    });
    const held = { email: 'key.one@example.test', displayName: 'Key', externalKey: 'K-1' };
    expect((await add(held)).status).toBe(201);
    expect(await refusals({ ...held, email: 'key.two@example.test' })).toMatchObject({
      errors: [['externalKey', 'key-taken']],
    });
    expect(await rows(`select 1 from users where email = 'key.two@example.test'`)).toEqual([]);
  });

  it('is added by the office alone, and leaves its events', async () => {
    for (const role of ['panel-secretary', 'judge', 'team-lead'] as const) {
      const person = await api.person({ role, editionId: desk.editionId });
      const { status } = await add({ email: 'x@example.test', displayName: 'X' }, {}, person);
      expect({ role, status }).toEqual({ role, status: 403 });
    }
    const silent = await actsWithoutEvents(api.dataSource);
    const tables = ['"judges"', '"roster_changes"'];
    expect(silent.filter((found) => tables.some((table) => JSON.stringify(found).includes(table)))).toEqual([]);
  });
});
