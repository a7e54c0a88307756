import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WindowService } from '#contest';
import { startApi, type TestApi } from '../builders/api.js';
import { entryTeam, openEdition, type EntryTeam } from '../builders/entry-team.js';

jest.setTimeout(60_000);

let api: TestApi;
let edition: { readonly editionId: string; readonly slug: string };

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const password = 'a quiet pump in Chongqing';
const person = (email: string, changes: object = {}) => ({
  ...{ email, displayName: 'Åsa 欧阳', password, locale: 'en', version: '2026-11-27' },
  ...{ purposes: ['account', 'storage-in-china'], ...changes },
});
const register = (body: object) => api.anonymous().post('/api/v1/registrations', body, { 'accept-language': 'en' });
const confirm = (token: string, given = password) =>
  api.anonymous().post('/api/v1/registrations/confirmation', { token, password: given });
const rowsOf = (sql: string, values: unknown[] = []) =>
  api.dataSource.query<Record<string, string | null>[]>(sql, values);

async function lastLetter(email: string) {
  const [letter] = await rowsOf(
    `select m.template, m.link, m.edition_id from outbox_messages m left join users u on u.id = m.user_id
     where coalesce(m.address, u.email) = $1 order by m.recorded_at desc, m.id desc`,
    [email],
  );
  return {
    template: letter?.['template'],
    token: letter?.['link']?.split('#token=')[1] ?? '',
    edition: letter?.['edition_id'],
  };
}

describe('an account of one’s own', () => {
  it('is not to be had while no edition takes entries', async () => {
    expect(await api.anonymous().get('/api/v1/registrations/terms')).toMatchObject({ body: { isOpen: false } });
    expect(await register(person('early@example.test'))).toMatchObject({
      status: 409,
      body: { code: 'registration-closed' },
    });
    edition = await openEdition(api);
    expect(await api.anonymous().get('/api/v1/registrations/terms')).toMatchObject({
      body: {
        isOpen: true,
        purposes: [{ purpose: 'account', basis: 'contract', isRequired: true }, { purpose: 'storage-in-china' }],
      },
    });
  });

  it('is asked for with what an account needs, each mistake by its field', async () => {
    const wrong = person('nobody', { purposes: ['account'] });
    expect(await register(wrong)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'email' }, { path: 'purposes', code: 'consent-needed' }] },
    });
    expect(await register(person('a@example.test', { version: 'old' }))).toMatchObject({
      body: { errors: [{ path: 'version', code: 'wording-outdated' }] },
    });
    expect(await register(person('a@example.test', { password: '1234567890' }))).toMatchObject({
      status: 400,
      body: { code: 'password-too-weak' },
    });
    expect(await rowsOf('select from registrations')).toEqual([]);
  });

  it('begins with a letter, needs the chosen password to be confirmed, and ends signed in with consents', async () => {
    const answer = await register(person('Asa@Example.test', { purposes: ['account', 'storage-in-china'] }));
    expect(answer).toMatchObject({ status: 202, body: { letter: null } });
    const { template, token, edition: letterOf } = await lastLetter('asa@example.test');
    expect([template, letterOf]).toEqual(['registration-confirm', edition.editionId]);
    expect(await confirm(token, 'the password of another')).toMatchObject({
      status: 401,
      body: { code: 'registration-password-wrong' },
    });
    const done = await confirm(token);
    expect(done).toMatchObject({ status: 201, body: { user: { displayName: 'Åsa 欧阳', locale: 'en', roles: [] } } });
    expect(done.headers.get('set-cookie')).toContain('leitai_session=');
    expect(await confirm(token)).toMatchObject({ status: 410, body: { code: 'link-expired' } });
    const signIn = { email: 'asa@example.test', password };
    expect(await api.anonymous().post('/api/v1/sessions', signIn)).toMatchObject({ status: 201 });
    const consents = await rowsOf(`select purpose, basis, version from consents order by purpose collate "C"`);
    expect(consents).toEqual([
      { purpose: 'account', basis: 'contract', version: '2026-11-27' },
      { purpose: 'storage-in-china', basis: 'separate-consent', version: '2026-11-27' },
    ]);
    const told = await rowsOf(`select canonical from ledger_events where kind in ('user-created', 'consent-given')`);
    expect(told.length).toBe(3);
    expect(JSON.stringify(told)).not.toMatch(/asa|欧阳/i);
  });

  it('answers a known address as an unknown one, and writes to its owner', async () => {
    const [known, unknown] = [await register(person('asa@example.test')), await register(person('new@example.test'))];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(await lastLetter('asa@example.test')).toMatchObject({ template: 'registration-known', token: '' });
    expect(await rowsOf(`select from registrations where email = 'asa@example.test'`)).toEqual([]);
  });

  it('goes to the first of an address who confirms; what others asked for it is void', async () => {
    await register(person('shared@example.test', { password: 'the password of a stranger' }));
    const stranger = await lastLetter('shared@example.test');
    await register(person('shared@example.test'));
    const owner = await lastLetter('shared@example.test');
    expect(await confirm(stranger.token)).toMatchObject({ status: 401 });
    expect(await confirm(owner.token)).toMatchObject({ status: 201 });
    expect(await confirm(stranger.token, 'the password of a stranger')).toMatchObject({ status: 410 });
  });

  it('is not asked for without end: after five tries one waits', async () => {
    const answers = [];
    for (let asked = 0; asked < 6; asked += 1) answers.push((await register(person('often@example.test'))).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 429]);
    await api.dataSource.query(`update login_attempts set attempted_at = attempted_at - interval '1 hour'`);
    expect(await register(person('often@example.test'))).toMatchObject({ status: 202 });
    expect(await rowsOf(`select from registrations where email = 'often@example.test'`)).toHaveLength(5);
  });

  it('is void three days later', async () => {
    await register(person('late@example.test'));
    const { token } = await lastLetter('late@example.test');
    await api.dataSource.query('update registrations set expires_at = now()');
    expect(await confirm(token)).toMatchObject({ status: 410 });
  });
});

describe('what a person agrees to and a team asks for', () => {
  let team: EntryTeam;
  const at = (path: string) => `/api/v1/entries/${team.entry}/${path}`;

  beforeAll(async () => {
    const other = await startApi();
    await api.close();
    api = other;
    team = await entryTeam(api);
  });

  it('is given and withdrawn purpose by purpose, at any time, by each for themself', async () => {
    const give = (isGiven: boolean, version = '2026-11-27') =>
      team.team.put(at('consents/publish-name'), { isGiven, version });
    expect(await give(true, 'old')).toMatchObject({ status: 400, body: { errors: [{ code: 'wording-outdated' }] } });
    expect(await give(true)).toMatchObject({ status: 204 });
    expect(await give(true)).toMatchObject({ status: 204 });
    expect(await team.team.get(at('consents'))).toMatchObject({
      body: {
        consents: [{ purpose: 'publish-name', basis: 'separate-consent', isGiven: true }, {}, {}, { isGiven: false }],
      },
    });
    await api.app.get(WindowService, { strict: false }).close({ editionId: team.editionId }, { actor: uuidv7() });
    expect(await give(false)).toMatchObject({ status: 204 });
    expect(await team.team.get(at('consents'))).toMatchObject({
      body: { consents: [{ isGiven: false, withdrawnAt: expect.any(String), version: '2026-11-27' }, {}, {}, {}] },
    });
    expect(await give(true)).toMatchObject({ status: 204 });
    expect(await rowsOf('select from consents')).toHaveLength(2);
    expect(await team.team.put(at('consents/everything'), { isGiven: true, version: 'x' })).toMatchObject({
      status: 404,
    });
    expect(await (await api.person()).get(at('consents'))).toMatchObject({ status: 404 });
  });

  it('stands on one page for the account and every entry, with all that was given and withdrawn', async () => {
    const { body } = await team.team.get<{ account: object[]; entries: object[]; history: object[] }>(
      '/api/v1/my/consents',
    );
    expect(body.account).toMatchObject([
      { purpose: 'account', basis: 'contract' },
      { purpose: 'storage-in-china', isGiven: false, withdrawnAt: null },
    ]);
    expect(body.entries).toMatchObject([
      {
        entry: { publicId: team.entry, title: 'A quiet pump', edition: { en: expect.any(String) } },
        consents: [{ purpose: 'publish-name', isGiven: true }, {}, {}, {}],
      },
    ]);
    expect(body.history).toMatchObject([
      { purpose: 'publish-name', version: '2026-11-27', withdrawnAt: null, entry: { publicId: team.entry } },
      { purpose: 'publish-name', withdrawnAt: expect.any(String) },
    ]);
    expect(await (await api.person()).get('/api/v1/my/consents')).toMatchObject({ body: { entries: [], history: [] } });
  });

  it('of the account can be withdrawn where it is a consent: contacts then reach neither address list nor team', async () => {
    const set = (purpose: string, isGiven: boolean) =>
      team.team.put(`/api/v1/my/consents/${purpose}`, { isGiven, version: '2026-11-27' });
    await rowsOf(`insert into member_contacts (member_id, phone, email)
       select m.public_id, '+8613812345678', 'ann@example.test' from team_members m where m.role = 'lead'`);
    await rowsOf(`update team_members set latin_name = 'Annika Latina' where role = 'lead'`);
    await rowsOf(`update entries set state = 'submitted', number = 1, submitted_at = now()`);
    const office = await api.person({ role: 'organiser', editionId: team.editionId });
    const list = async () => {
      const url = `/api/v1/editions/${team.slug}/exports/contacts?format=csv`;
      return String((await office.get(url)).body);
    };
    const withheld = async () => {
      const printed = await office.get(`/api/v1/editions/${team.slug}/team-list?kind=contacts&after=0&limit=1`);
      const entries = await office.get(`/api/v1/editions/${team.slug}/exports/entries?format=csv`);
      return [await list(), JSON.stringify(printed.body), String(entries.body)].map((text) => {
        expect(text).toContain('Ann Example');
        return !/ann@|138|Annika/.test(text);
      });
    };
    const contactSeenBy = async (person: typeof team.team) =>
      (await person.get<{ members: { email: string | null }[] }>(at('team'))).body.members[0]?.email;
    const colleague = await api.person();
    await rowsOf(
      `insert into team_members (id, entry_id, role, name, position, user_id)
       select gen_random_uuid(), entry_id, 'member', 'Ben Example', 1, $1 from team_members where role = 'lead'`,
      [colleague.userId],
    );
    expect(await withheld()).toEqual([false, false, false]);
    expect(await contactSeenBy(colleague)).toContain('@example.test');
    expect(await set('storage-in-china', true)).toMatchObject({ status: 204 });
    expect(await list()).toContain('ann@example.test');
    expect(await set('storage-in-china', false)).toMatchObject({ status: 204 });
    expect(await withheld()).toEqual([true, true, true]);
    expect([await contactSeenBy(colleague), await contactSeenBy(team.team)]).toEqual([null, 'ann@example.test']);
    expect(await set('storage-in-china', true)).toMatchObject({ status: 204 });
    expect(await list()).toContain('ann@example.test');
    expect(await set('account', false)).toMatchObject({ status: 409, body: { code: 'consent-contract' } });
    expect(await set('everything', true)).toMatchObject({ status: 404 });
    await office.get(`/api/v1/editions/${team.slug}/team-list?kind=contacts&after=1&limit=200`);
    const told = await rowsOf(`select canonical::jsonb -> 'body' ->> 'rows' as rows from ledger_events
       where kind = 'read' and canonical::jsonb #>> '{body,what}' = 'print-contacts' order by id`);
    expect(told).toEqual([{ rows: '1' }, { rows: '1' }, { rows: '0' }]);
    // Whoever has left a team keeps the consent given in it, and reads no longer what the entry is called.
    await colleague.put(at('consents/publish-name'), { isGiven: true, version: '2026-11-27' });
    await rowsOf('delete from team_members where user_id = $1', [colleague.userId]);
    expect(await colleague.get('/api/v1/my/consents')).toMatchObject({
      body: { entries: [], history: [{ entry: { title: null, edition: { en: expect.any(String) } } }] },
    });
  });

  it('names up to three to be avoided, which the assigner alone reads', async () => {
    const one = { kind: 'person', name: 'Dr Rival', reason: 'A competitor' };
    const set = (avoidances: object[]) => team.team.put(at('avoidances'), { avoidances });
    expect(await set([one, one, one, one])).toMatchObject({ status: 400 });
    expect(await set([{ ...one, reason: ' ' }])).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'avoidances[0].reason' }] },
    });
    expect(await set([one, { kind: 'employer', name: '对手公司', reason: '同业竞争' }])).toMatchObject({ status: 204 });
    expect(await team.team.get(at('avoidances'))).toMatchObject({ body: { avoidances: [one, { kind: 'employer' }] } });
    await expect(
      api.dataSource.query(
        `insert into avoidances (entry_id, position, kind, name, reason)
         select id, 4, 'person', 'x', 'y' from entries where public_id = $1`,
        [team.entry],
      ),
    ).rejects.toThrow('avoidances_at_most_three');
    await api.dataSource.query(
      `update entries set state = 'submitted', submitted_at = now(), number = 1 where public_id = $1`,
      [team.entry],
    );
    const url = `/api/v1/editions/${team.slug}/avoidances`;
    const as = async (role: 'organiser' | 'executive-organiser' | 'panel-secretary' | 'judge') =>
      (await api.person({ role, editionId: team.editionId })).get(url);
    expect(await as('organiser')).toMatchObject({
      status: 200,
      body: { avoidances: [{ name: 'Dr Rival', entry: { publicId: team.entry, number: 1 } }, { name: '对手公司' }] },
    });
    for (const role of ['executive-organiser', 'panel-secretary', 'judge'] as const) {
      expect(await as(role)).toMatchObject({ status: 403 });
    }
    const organiser = await api.person({ role: 'organiser', editionId: team.editionId });
    for (const [query, total] of [
      ['kind=employer', 1],
      ['q=rival', 1],
      ['q=1', 2],
      ['after=1', 0],
      ['q=%25', 0],
    ]) {
      expect(await organiser.get(`${url}?${query}`)).toMatchObject({ status: 200, body: { total, next: null } });
    }
    const told = await rowsOf(`select canonical from ledger_events where kind in ('avoidances-set', 'read')`);
    expect(JSON.stringify(told)).toContain('avoidances');
    expect(JSON.stringify(told)).not.toMatch(/Rival|对手/);
  });
});
