import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileBytesRuleService } from '#contest';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { pdfText } from '../builders/pdf-text.js';
import { entryTeam, newDraft, type EntryTeam } from '../builders/entry-team.js';

let api: TestApi;
let given: EntryTeam;

beforeAll(async () => {
  api = await startApi();
  given = await entryTeam(api);
});

afterAll(() => api.close());

interface Timeline {
  readonly steps: readonly { step: string; state: string; at: string | null }[];
  readonly next: { key: string; at: string | null };
  readonly changeableUntil: string | null;
}

describe('the page of an own entry', () => {
  const timeline = () => given.team.get<Timeline>(`/api/v1/entries/${given.entry}/timeline`);

  it('tells of a draft until when it can be submitted', async () => {
    const { status, body } = await timeline();
    expect(status).toBe(200);
    expect(body.next).toEqual({ key: 'submit', at: expect.stringMatching(/^\d{4}-/) });
    expect(body.steps[0]).toMatchObject({ step: 'draft', state: 'current' });
  });

  it('tells of a submitted one that its check is awaited, and until when it may be changed', async () => {
    await given.team.post(`/api/v1/entries/${given.entry}/submissions`);
    const { body } = await timeline();
    expect(body).toMatchObject({ next: { key: 'await-check' }, changeableUntil: expect.stringMatching(/^\d{4}-/) });
    expect(body.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      ...['draft done', 'submitted done', 'check current', 'eligible coming', 'review coming', 'result coming'],
    ]);
  });

  it('is nobody else’s', async () => {
    const stranger = await api.person();
    const office = await api.person({ role: 'organiser', editionId: given.editionId });
    for (const person of [stranger, office]) {
      expect(await person.get(`/api/v1/entries/${given.entry}/timeline`)).toMatchObject({ status: 404 });
    }
  });

  it('shows the messages about this entry and not those about another', async () => {
    const other = await newDraft(given.team, given.slug);
    const notices = async (entry: string) =>
      (await given.team.get<{ notices: { template: string }[] }>(`/api/v1/my/notices?entry=${entry}`)).body.notices;
    expect(await notices(given.entry)).toMatchObject([{ template: 'entry-submitted' }]);
    expect(await notices(other)).toEqual([]);
  });
});

describe('a receipt', () => {
  const receiptOf = (entry: string, person = given.team) => person.get(`/api/v1/entries/${entry}/receipt.pdf`);

  it('is a PDF whose number, hash and rare characters are text, for its team alone', async () => {
    const { title } = { title: '𠮷的水泵 👩\u200D🔬\u202E' };
    const form = {
      ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'SG', title, language: 'zh' },
      members: [{ role: 'lead', name: '𠮷田' }],
    };
    await given.team.put(`/api/v1/entries/${given.entry}`, form);
    const { body } = await given.team.get<{ receipt: string; version: number }>(
      `/api/v1/entries/${given.entry}/receipt`,
    );
    const response = await fetch(`${given.team.address}/api/v1/entries/${given.entry}/receipt.pdf`, {
      headers: { cookie: given.team.cookie ?? '' },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeLessThan(200_000);
    const text = await pdfText(bytes);
    for (const part of [body.receipt.slice(0, 32), body.receipt.slice(32), '𠮷的水泵', '提交回执']) {
      expect(text.replace(/\s/g, '')).toContain(part);
    }
    const stranger = await api.person();
    expect(await receiptOf(given.entry, stranger)).toMatchObject({ status: 404 });
  });

  it('of a change is mailed with its details', async () => {
    const { body } = await given.team.get<{ notices: { template: string; texts: { zh: { body: string } } }[] }>(
      `/api/v1/my/notices?entry=${given.entry}`,
    );
    expect(body.notices[0]).toMatchObject({ template: 'entry-revised' });
    expect(body.notices[0]?.texts.zh.body).toMatch(/回执：[0-9a-f]{64}/);
  });
});

describe('the deadline of an edition', () => {
  let late: EntryTeam;
  let office: Asker;
  const submissions = (entry: string) => `/api/v1/entries/${entry}/submissions`;
  /** Moves the deadline so that it lies so many seconds from now. */
  const moveDeadline = (seconds: number) =>
    api.dataSource.query(
      `update windows set deadline_at = clock_timestamp() + make_interval(secs => $2) where edition_id = $1 and kind = 'entry'`,
      [late.editionId, seconds],
    );
  const desk = () => `/api/v1/editions/${late.slug}/deadline`;

  beforeAll(async () => {
    const team = await api.person();
    late = { ...given, team, entry: await newDraft(team, given.slug) };
    office = await api.person({ role: 'organiser', editionId: late.editionId });
  });

  it('is kept to the second by the database: one before it is open, one after it closed', async () => {
    await moveDeadline(60);
    const [phases] = await api.dataSource.query<{ before: string; at: string; after: string }[]>(
      `select entry_phase($1, null, deadline_at - interval '1 second') as before, entry_phase($1, null, deadline_at) as at,
         entry_phase($1, null, deadline_at + interval '1 second') as after
       from windows where edition_id = $1 and kind = 'entry'`,
      [late.editionId],
    );
    expect(phases).toEqual({ before: 'open', at: 'open', after: 'closed' });
  });

  it('refuses what comes a second late, with the time of the database in the reader’s words, and changes nothing', async () => {
    await moveDeadline(-1);
    const refused = await late.team.post<{ detail: string; details: { now: string; closedAt: string } }>(
      submissions(late.entry),
      undefined,
      { 'accept-language': 'zh' },
    );
    expect(refused).toMatchObject({ status: 409, body: { code: 'deadline-passed' } });
    const { now, closedAt } = refused.body.details;
    expect(new Date(now).getTime() - new Date(closedAt).getTime()).toBeGreaterThanOrEqual(1000);
    const beijing = new Date(new Date(now).getTime() + 8 * 3_600_000).toISOString().slice(11, 19);
    expect(refused.body.detail).toContain(`${beijing}（北京时间）`);
    expect(await late.team.get(`/api/v1/entries/${late.entry}`)).toMatchObject({ body: { state: 'draft' } });
  });

  it('is extended for one entry by the office, with a reason that the team reads, and takes what it refused', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const email = `${late.team.userId}`;
    expect((await office.get<{ entries: object[] }>(`${desk()}/entries?q=${email}`)).body.entries).toEqual([]);
    const [account] = await api.dataSource.query<{ email: string }[]>('select email from users where id = $1', [
      late.team.userId,
    ]);
    const found = await office.get(`${desk()}/entries?q=${encodeURIComponent(account?.email ?? '')}`);
    expect(found.body).toMatchObject({ entries: [{ publicId: late.entry, number: null, state: 'draft' }] });
    const given = { entry: late.entry, until, reason: 'Their upload\u202E failed' };
    expect(await office.post(`${desk()}/extensions`, given)).toMatchObject({ status: 204 });
    expect(await late.team.post(`${desk()}/extensions`, given)).toMatchObject({ status: 403 });
    const shorter = { ...given, until: new Date(Date.now() + 60_000).toISOString() };
    expect(await office.post(`${desk()}/extensions`, shorter)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'until', code: 'extension-not-longer' }] },
    });
    expect(await late.team.get(`/api/v1/entries/${late.entry}/timeline`)).toMatchObject({
      body: { next: { key: 'submit', at: until }, extension: { until, reason: 'Their upload failed' } },
    });
    const notices = await late.team.get<{ notices: { template: string; texts: { en: { body: string } } }[] }>(
      `/api/v1/my/notices?entry=${late.entry}`,
    );
    expect(notices.body.notices[0]?.template).toBe('entry-extended');
    expect(notices.body.notices[0]?.texts.en.body).toContain('Their upload failed');
    expect(await late.team.post(submissions(late.entry))).toMatchObject({ status: 201, body: { isLate: false } });
  });

  it('is over again for an extended entry when its own time has passed', async () => {
    await api.dataSource.query(
      `update entry_extensions set until = clock_timestamp() - interval '1 second'
       where entry_id = (select id from entries where public_id = $1)`,
      [late.entry],
    );
    expect(await late.team.post(`/api/v1/entries/${late.entry}/withdrawal`)).toMatchObject({
      status: 409,
      body: { code: 'deadline-passed' },
    });
  });

  it('is extended for nobody whose entry judges may be reading', async () => {
    const [stage] = await api.dataSource.query<{ id: string }[]>(
      'select id from stages where edition_id = $1 order by position limit 1',
      [late.editionId],
    );
    await api.dataSource.query(
      `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by)
       select gen_random_uuid(), edition_id, $1, id, 'registered' from entries where public_id = $2`,
      [stage?.id, late.entry],
    );
    const opened = 'update windows set opened_at = clock_timestamp() where stage_id = $1';
    const until = new Date(Date.now() + 7_200_000).toISOString();
    const asked = { entry: late.entry, until, reason: 'Judges are reading' };
    await api.dataSource.query(opened, [stage?.id]);
    expect(await office.post(`${desk()}/extensions`, asked)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'entry', code: 'entry-judged' }] },
    });
    const [{ count } = { count: null }] = await api.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from entry_extensions where until > clock_timestamp()',
    );
    expect(count).toBe(0);
  });

  it('lets files follow for the hours that are set, which only grow once entries have opened', async () => {
    const rule = `${desk()}/file-bytes`;
    expect(await office.get(desk())).toMatchObject({ body: { fileBytesHours: 24, hasOpened: true } });
    expect(await late.team.put(rule, { hours: 48 })).toMatchObject({ status: 403 });
    expect(await office.put(rule, { hours: 169 })).toMatchObject({ status: 400 });
    expect(await office.put(rule, { hours: 48 })).toMatchObject({ status: 204 });
    expect(await office.put(rule, { hours: 47 })).toMatchObject({
      status: 409,
      body: { code: 'file-hours-promised', details: { hours: 48 } },
    });
    expect(await office.get(desk())).toMatchObject({ body: { fileBytesHours: 48 } });
    // Whoever states a rule later waits for the lock with an older clock.
    await api.dataSource.transaction(async (manager) => {
      await manager.query('select now()');
      await office.put(rule, { hours: 49 });
      const rules = api.app.get(FileBytesRuleService, { strict: false });
      await rules.set(manager, late.editionId, 50, office.userId ?? '');
    });
    expect(await office.get(desk())).toMatchObject({ body: { fileBytesHours: 50 } });
  });

  it('has no rule for late entries once it has passed, and takes drafts by the rule stated before, marked', async () => {
    expect(await office.put(`${desk()}/late-entries`, { hours: 2 })).toMatchObject({
      status: 409,
      body: { code: 'deadline-passed' },
    });
    await moveDeadline(60);
    expect(await office.put(`${desk()}/late-entries`, { hours: 2 })).toMatchObject({ status: 204 });
    const draft = await newDraft(late.team, late.slug);
    const punctual = await newDraft(late.team, late.slug);
    await late.team.post(submissions(punctual));
    await moveDeadline(-3600);
    expect(await late.team.get(`/api/v1/entries/${draft}/timeline`)).toMatchObject({
      body: { next: { key: 'submit-late' }, lateHours: 2 },
    });
    expect(await late.team.post(submissions(draft))).toMatchObject({ status: 201, body: { isLate: true } });
    expect(await late.team.post(`/api/v1/entries/${punctual}/withdrawal`)).toMatchObject({ status: 409 });
    expect(await late.team.post(`/api/v1/entries/${draft}/withdrawal`)).toMatchObject({ status: 204 });
    await moveDeadline(-3 * 3600);
    const tooLate = await late.team.post(`/api/v1/editions/${late.slug}/entries`, {});
    expect(tooLate.status).toBe(400);
    const kept = ['entries', 'entry_versions', 'entry_extensions', 'late_entry_rules', 'file_bytes_rules'];
    const silent = (await actsWithoutEvents(api.dataSource)) as { table: string }[];
    expect(silent.filter(({ table }) => kept.includes(table))).toEqual([]);
  });
});
