import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { entryTeam, type EntryTeam } from '../builders/entry-team.js';

jest.setTimeout(60_000);

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hasJoined: boolean;
  readonly mayEdit: boolean;
  readonly invitation: object | null;
}

interface Issued {
  readonly link: string;
  readonly code: string;
  readonly texts: { readonly zh: { readonly short: string } };
}

let api: TestApi;
let team: EntryTeam;
let lead: Asker;
let entry: string;

const english = { 'accept-language': 'en' };
const form = {
  ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'SG', title: 'A quiet pump', language: 'en' },
  members: [
    { role: 'lead', name: 'Ann Example' },
    { role: 'member', name: '单小雨', organisation: '示例大学' },
    { role: 'adviser', name: 'Suharto' },
    { role: 'member', name: '李伟' },
  ],
};

beforeAll(async () => {
  api = await startApi();
  team = await entryTeam(api);
  ({ team: lead } = team);
  entry = `/api/v1/entries/${team.entry}`;
  expect(await lead.put(entry, form)).toMatchObject({ status: 200 });
});
afterAll(() => api?.close());

const people = async (asker: Asker) => (await asker.get<{ members: Person[] }>(`${entry}/team`)).body.members;
const person = async (name: string) => (await people(lead)).find((one) => one.name === name) as Person;
const invite = async (name: string, body: object = { locale: 'en' }) =>
  lead.post<Issued>(`${entry}/team/${(await person(name)).id}/invitation`, body);
const tokenOf = ({ link }: Issued) => link.split('#token=')[1] ?? '';
const accept = (asker: Asker, key: string) => asker.post('/api/v1/invitations/acceptances', { key });
const rowsOf = (sql: string) => api.dataSource.query<Record<string, unknown>[]>(sql);

async function joined(name: string): Promise<Asker> {
  const asker = await api.person({ displayName: `Account of ${name}` });
  expect(await accept(asker, tokenOf((await invite(name)).body))).toMatchObject({ status: 201 });
  return asker;
}

describe('the people of a team', () => {
  it('are listed for the team alone, with a sort key that reads a surname as one', async () => {
    expect((await people(lead)).map(({ name }) => name)).toEqual(form.members.map(({ name }) => name));
    expect(await (await api.person()).get(`${entry}/team`)).toMatchObject({ status: 404 });
    const organiser = await api.person({ role: 'organiser', editionId: team.editionId });
    expect(await organiser.get(`${entry}/team`)).toMatchObject({ status: 404 });
    expect(await rowsOf(`select sort_key as key from team_members where name = '单小雨'`)).toEqual([
      { key: 'shan4 xiao3 yu3' },
    ]);
  });

  it('have contact data of their own, checked field by field, masked for the others and erasable', async () => {
    const url = `${entry}/team/${(await person('单小雨')).id}`;
    const wrong = { latinName: '雨', countryCode: 'ZZ', phone: '138 1234 567', email: 'nobody' };
    const refused = await lead.put<{ errors: { path: string }[] }>(url, wrong, english);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(refused.body.errors.map(({ path }) => path)).toEqual(['latinName', 'countryCode', 'phone', 'email']);
    const right = { latinName: 'Shan Xiaoyu', countryCode: 'CN', phone: '138-1234-5678', email: 'yu@example.test' };
    expect(await lead.put(url, right)).toMatchObject({ status: 204 });
    expect(await person('单小雨')).toMatchObject({ phone: '+86 138 1234 5678', email: 'yu@example.test' });
    expect(await rowsOf('select phone from member_contacts')).toEqual([{ phone: '+8613812345678' }]);
    const other = await joined('李伟');
    expect((await people(other))[1]).toMatchObject({ phone: '+86 138****5678', email: 'y***@example.test' });
    expect(await other.put(url, right)).toMatchObject({ status: 403, body: { code: 'entry-read-only' } });
    expect(await lead.put(url, { latinName: 'Shan Xiaoyu' })).toMatchObject({ status: 204 });
    expect(await rowsOf('select from member_contacts')).toEqual([]);
  });

  it('stay the same people when the form is saved anew, and keep a joined member', async () => {
    const before = await people(lead);
    const { body } = await lead.get<{ form: typeof form }>(entry);
    const renamed = body.form.members.map((member) =>
      member.name === 'Suharto' ? { ...member, name: 'Soeharto' } : member,
    );
    expect(await lead.put(entry, { ...body.form, members: renamed.reverse() })).toMatchObject({ status: 200 });
    const after = await people(lead);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id).reverse());
    const without = { ...body.form, members: renamed.filter(({ name }) => name !== '李伟') };
    expect(await lead.put(entry, without, english)).toMatchObject({
      status: 400,
      body: { code: 'entry-invalid', errors: [{ path: 'members', code: 'member-has-joined' }] },
    });
    const promoted = renamed.map((member) => ({ ...member, role: member.name === '李伟' ? 'lead' : 'member' }));
    expect(await lead.put(entry, { ...body.form, members: promoted })).toMatchObject({
      body: { errors: [{ code: 'lead-by-transfer' }] },
    });
    expect(await lead.put(entry, { ...body.form, members: form.members })).toMatchObject({ status: 200 });
  });

  it('cannot be taken from another entry by their ids', async () => {
    const { body } = await lead.post<{ publicId: string }>(`/api/v1/editions/${team.slug}/entries`, form);
    const stranger = { id: (await person('单小雨')).id, role: 'member', name: '单小雨' };
    expect(await lead.put(`/api/v1/entries/${body.publicId}`, { ...form, members: [stranger] })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'members[0].id' }] },
    });
  });
});

describe('an invitation', () => {
  it('opens without being used up, by its link and by its code, and is accepted once', async () => {
    const { body: issued } = await invite('单小雨');
    expect(issued.code).toMatch(/^[34679A-HJKMNPQRTU-Z]{4}-[34679A-HJKMNPQRTU-Z]{4}$/);
    expect(issued.texts.zh.short).toContain('邀请您加入');
    const anonymous = api.anonymous();
    for (const key of [tokenOf(issued), issued.code.toLowerCase(), issued.code]) {
      expect(await anonymous.post('/api/v1/invitations/previews', { key })).toMatchObject({
        status: 200,
        body: { member: '单小雨', title: 'A quiet pump', role: 'member' },
      });
    }
    expect(await accept(anonymous, issued.code)).toMatchObject({ status: 401 });
    const member = await api.person();
    const key = { 'idempotency-key': uuidv7() };
    const url = '/api/v1/invitations/acceptances';
    const [first, again] = [
      await member.post(url, { key: issued.code }, key),
      await member.post(url, { key: issued.code }, key),
    ];
    expect(first).toMatchObject({ status: 201, body: { entry: team.entry } });
    expect(again.body).toEqual(first.body);
    expect(await accept(await api.person(), issued.code)).toMatchObject({ status: 410 });
    expect(await rowsOf(`select role from role_grants where user_id = '${member.userId}'`)).toEqual([
      { role: 'team-member' },
    ]);
    expect(await invite('单小雨')).toMatchObject({ status: 409, body: { code: 'member-has-joined' } });
    expect(
      await rowsOf(`select from outbox_messages where template = 'team-member-joined' and user_id = '${lead.userId}'`),
    ).not.toEqual([]);
  });

  it('is not for a judge of the edition, who would read what a stage hides', async () => {
    const { body } = await invite('Suharto');
    const judge = await api.person({ role: 'judge', editionId: team.editionId });
    expect(await accept(judge, tokenOf(body))).toMatchObject({ status: 409, body: { code: 'judge-and-team' } });
    expect(await judge.get(entry)).toMatchObject({ status: 404 });
  });

  it('is stored as hashes, and gives other secrets when the lost answer is asked for again', async () => {
    const { id } = await person('Suharto');
    const key = { 'idempotency-key': uuidv7() };
    const send = () => lead.post<Issued>(`${entry}/team/${id}/invitation`, { locale: 'en' }, key);
    const [first, again] = [(await send()).body, (await send()).body];
    expect(again.code).not.toBe(first.code);
    const preview = (value: string) => api.anonymous().post('/api/v1/invitations/previews', { key: value });
    expect([(await preview(first.code)).status, (await preview(again.code)).status]).toEqual([410, 200]);
    const stored = JSON.stringify(await rowsOf('select * from team_invitations'));
    expect(stored).not.toContain(again.code.replace('-', ''));
    expect(stored).not.toContain(tokenOf(again));
  });

  it('is void when it is taken back, renewed or expired', async () => {
    const { id } = await person('Suharto');
    const [first, second] = [(await invite('Suharto')).body, (await invite('Suharto')).body];
    const guest = await api.person();
    expect(await accept(guest, tokenOf(first))).toMatchObject({ status: 410, body: { code: 'invitation-expired' } });
    expect((await person('Suharto')).invitation).toMatchObject({ isMailed: false, isExpired: false });
    expect(await lead.delete(`${entry}/team/${id}/invitation`)).toMatchObject({ status: 204 });
    expect(await accept(guest, tokenOf(second))).toMatchObject({ status: 410 });
    const third = (await invite('Suharto')).body;
    await api.dataSource.query(
      `update team_invitations set expires_at = now() where revoked_at is null and accepted_at is null`,
    );
    expect(await accept(guest, tokenOf(third))).toMatchObject({ status: 410 });
    expect((await person('Suharto')).invitation).toMatchObject({ isExpired: true });
  });

  it('goes out as a letter with a link of its own, which the office’s outbox does not show', async () => {
    const issued = await invite('Suharto', { email: 'Suharto@Example.test', locale: 'en' });
    expect(issued).toMatchObject({ status: 201 });
    const [letter] = await rowsOf(
      `select public_id, address, link from outbox_messages where template = 'team-invitation' order by recorded_at desc`,
    );
    expect(letter).toMatchObject({ address: 'suharto@example.test' });
    const office = await api.person({ role: 'organiser', editionId: team.editionId });
    expect(await office.get(`/api/v1/editions/${team.slug}/messages/${String(letter?.['public_id'])}`)).toMatchObject({
      status: 200,
      body: { link: expect.stringMatching(/^[^#]*\/invitation$/) },
    });
    const key = String(letter?.['link']).split('#token=')[1] ?? '';
    expect(key).not.toBe(tokenOf(issued.body));
    expect(await api.anonymous().post('/api/v1/invitations/previews', { key })).toMatchObject({ status: 200 });
    expect(await invite('Suharto', { email: 'nobody', locale: 'en' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'email' }] },
    });
    for (let sent = 1; sent < 5; sent += 1) await invite('Suharto', { email: 'suharto@example.test', locale: 'en' });
    expect(await invite('Suharto', { email: 'suharto@example.test', locale: 'en' })).toMatchObject({ status: 429 });
  });

  it('is not guessed: wrong keys are slowed down', async () => {
    const guesser = await api.person();
    const answers = [];
    for (let guess = 0; guess < 6; guess += 1) answers.push((await accept(guesser, 'AAAA3333')).status);
    expect(answers).toEqual([410, 410, 410, 410, 410, 429]);
  });

  it('is given, taken back and looked at by the lead alone', async () => {
    const [member] = await rowsOf(`select user_id from team_members where name = '单小雨' and user_id is not null`);
    const other = await api.signedIn(String(member?.['user_id']));
    const { id } = await person('Suharto');
    for (const asker of [other, await api.person()]) {
      const status = asker === other ? 403 : 404;
      expect(await asker.post(`${entry}/team/${id}/invitation`, { locale: 'en' })).toMatchObject({ status });
      expect(await asker.delete(`${entry}/team/${id}/invitation`)).toMatchObject({ status });
    }
    expect((await people(other)).every(({ invitation }) => invitation === null)).toBe(true);
  });
});

describe('a member who has joined', () => {
  it('reads the entry, edits it by the lead’s leave, and submits it in no case', async () => {
    const [row] = await rowsOf(
      `select user_id, public_id from team_members where name = '单小雨' and user_id is not null`,
    );
    const member = await api.signedIn(String(row?.['user_id']));
    expect(await member.get(entry)).toMatchObject({ status: 200, body: { isLead: false, mayEdit: false } });
    expect(await member.get('/api/v1/my/entries')).toMatchObject({ body: { entries: [{ publicId: team.entry }] } });
    expect(await member.put(entry, form)).toMatchObject({ status: 403, body: { code: 'entry-read-only' } });
    const url = `${entry}/team/${String(row?.['public_id'])}/editing`;
    expect(await member.put(url, { mayEdit: true })).toMatchObject({ status: 403, body: { code: 'lead-only' } });
    expect(await lead.put(url, { mayEdit: true })).toMatchObject({ status: 204 });
    expect(await member.put(entry, form)).toMatchObject({ status: 200 });
    expect(await member.post(`${entry}/submissions`)).toMatchObject({ status: 403, body: { code: 'lead-only' } });
    expect(await member.post(`${entry}/withdrawal`)).toMatchObject({ status: 403 });
  });

  it('takes over the lead, leaves or is removed, and with the last team goes the role', async () => {
    const [row] = await rowsOf(
      `select user_id, public_id from team_members where name = '单小雨' and user_id is not null`,
    );
    const member = await api.signedIn(String(row?.['user_id']));
    expect(await lead.delete(`${entry}/membership`)).toMatchObject({ status: 409, body: { code: 'lead-stays' } });
    const notJoined = (await person('Suharto')).id;
    expect(await lead.put(`${entry}/lead`, { memberId: notJoined })).toMatchObject({ status: 409 });
    expect(await lead.put(`${entry}/lead`, { memberId: row?.['public_id'] })).toMatchObject({ status: 204 });
    expect(await member.get(entry)).toMatchObject({ body: { isLead: true, mayEdit: true } });
    expect(await lead.get(entry)).toMatchObject({ body: { isLead: false, mayEdit: true } });
    expect((await people(member)).map(({ role, name }) => `${role} ${name}`)).toEqual([
      ...['member Ann Example', 'lead 单小雨', 'adviser Suharto', 'member 李伟'],
    ]);
    expect(await lead.delete(`${entry}/membership`)).toMatchObject({ status: 204 });
    expect(await lead.get(entry)).toMatchObject({ status: 404 });
    const left = await rowsOf(
      `select g.role from role_grants g where g.user_id = '${lead.userId}' and g.revoked_at is null`,
    );
    expect(left).toEqual([]);
    const other = (await people(member)).find(({ name }) => name === '李伟') as Person;
    expect(await member.delete(`${entry}/team/${other.id}/account`)).toMatchObject({ status: 204 });
    expect((await people(member)).find(({ name }) => name === '李伟')).toMatchObject({ hasJoined: false });
    const letters = await rowsOf(
      `select concat_ws(' ', template, parameters ->> 'member', parameters ->> 'isRemoved', link) as letter, user_id as to
       from outbox_messages where template in ('team-member-left', 'team-membership-ended') order by recorded_at, template`,
    );
    expect(letters).toEqual([
      { letter: `team-member-left Ann Example false /entries/${team.entry}`, to: member.userId },
      { letter: 'team-membership-ended false /entries', to: lead.userId },
      { letter: `team-member-left 李伟 true /entries/${team.entry}`, to: member.userId },
      { letter: 'team-membership-ended true /entries', to: expect.any(String) },
    ]);
    const notices = await lead.get<{ notices: { texts: { en: { subject: string } } }[] }>('/api/v1/my/notices');
    expect(notices.body.notices[0]?.texts.en.subject).toContain('You have left the team');
  });

  it('is told of in the ledger by ids alone', async () => {
    const events = await rowsOf(
      `select kind, canonical from ledger_events where kind like 'member-%' or kind like 'invitation-%' or kind = 'lead-transferred'`,
    );
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set([
        ...['member-invited', 'invitation-revoked', 'member-joined', 'member-left', 'member-editing-set'],
        ...['member-details-set', 'lead-transferred'],
      ]),
    );
    expect(JSON.stringify(events)).not.toMatch(/单小雨|Suharto|example\.test|13812345678/);
  });
});
