import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultForm } from '#domain';
import { FormService } from '#submission';
import { startApi, type TestApi } from '../builders/api.js';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { entryTeam, newDraft, type EntryTeam } from '../builders/entry-team.js';
import { createStage, stageRules } from '../builders/judging-stage.js';

let api: TestApi;
let given: EntryTeam;

beforeAll(async () => {
  api = await startApi();
  given = await entryTeam(api);
});

afterAll(() => api.close());

describe('a draft that keeps itself', () => {
  const edition = async (): Promise<EntryTeam> => {
    const team = await api.person();
    return { ...given, team, entry: await newDraft(team, given.slug) };
  };
  const keep = (one: EntryTeam, document: object, seen: number) =>
    one.team.send<{ version: number }>('PUT', `/api/v1/entries/${one.entry}/draft`, {
      body: { document },
      headers: { 'if-match': `"${seen}"` },
    });
  const answers = {
    ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'SG', title: 'A louder pump', language: 'en' },
    members: [{ role: 'lead', name: 'Ann Example' }],
  };

  it('is kept right or wrong, shown again, and gone once the answers have it all', async () => {
    const one = await edition();
    expect(await keep(one, { title: '', members: [{}] }, 0)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await one.team.get(`/api/v1/entries/${one.entry}`)).toMatchObject({
      body: { title: 'A quiet pump', draft: { version: 1, document: { title: '', members: [{}] } } },
    });
    expect(await one.team.put(`/api/v1/entries/${one.entry}`, { ...answers, seenDraft: 1 })).toMatchObject({
      status: 200,
    });
    expect(await one.team.get(`/api/v1/entries/${one.entry}`)).toMatchObject({
      body: { title: 'A louder pump', draft: { version: 2, document: null } },
    });
  });

  it('is never written over by a second tab: it is shown the stored one instead', async () => {
    const one = await edition();
    await keep(one, { title: 'First tab' }, 0);
    const stale = {
      status: 412,
      body: { code: 'revision-stale', details: { revision: 1, stored: { title: 'First tab' } } },
    };
    expect(await keep(one, { title: 'Second tab' }, 0)).toMatchObject(stale);
    expect(await one.team.put(`/api/v1/entries/${one.entry}`, { ...answers, seenDraft: 0 })).toMatchObject(stale);
    const twins = await Promise.all([keep(one, { title: 'A' }, 1), keep(one, { title: 'B' }, 1)]);
    expect(new Set(twins.map(({ status }) => status))).toEqual(new Set([200, 412]));
  });

  it('is submitted only by whoever has seen all of it, and a submitted entry is changed over what was seen', async () => {
    const one = await edition();
    const path = `/api/v1/entries/${one.entry}`;
    await keep(one, { title: 'Typed in another tab' }, 0);
    const stale = { status: 412, body: { code: 'revision-stale' } };
    expect(await one.team.post(`${path}/submissions`, { seenDraft: 0 })).toMatchObject(stale);
    expect(await one.team.get(path)).toMatchObject({ body: { state: 'draft' } });
    await one.team.put(path, { ...answers, seenDraft: 1 });
    expect(await one.team.post(`${path}/submissions`, { seenDraft: 2 })).toMatchObject({ status: 201 });
    const saved = (title: string) => one.team.put(path, { ...answers, title, seenDraft: 2 });
    expect(await saved('First editor')).toMatchObject({ status: 200 });
    expect(await saved('Second editor')).toMatchObject(stale);
    expect(await one.team.get(path)).toMatchObject({
      body: { title: 'First editor', draft: { version: 3 }, version: 2 },
    });
  });

  it('is its team’s alone, and what is submitted is changed on purpose', async () => {
    const one = await edition();
    const stranger = { ...one, team: await api.person() };
    expect(await keep(stranger, { title: 'x' }, 0)).toMatchObject({ status: 404 });
    expect(await one.team.send('PUT', `/api/v1/entries/${one.entry}/draft`, { body: { document: {} } })).toMatchObject({
      status: 428,
    });
    await one.team.post(`/api/v1/entries/${one.entry}/submissions`);
    expect(await keep(one, { title: 'x' }, 0)).toMatchObject({ status: 409, body: { code: 'entry-not-draft' } });
  });
});

describe('a required file', () => {
  const file = (name: string, fill: string) => ({ fieldKey: 'plan', name, size: 9, sha256: fill.repeat(64) });

  it('of a submitted entry is taken off only by another in its place', async () => {
    const [track] = await api.dataSource.query<{ id: string }[]>(
      `select id from tracks where edition_id = $1 and key = 'leading'`,
      [given.editionId],
    );
    const plan = {
      ...{ kind: 'file', key: 'plan', label: { zh: '计划书', en: 'Plan' }, isRequired: true },
      ...{ types: ['pdf'], maximumBytes: 1000, maximumCount: 1 },
    };
    const [first, ...rest] = defaultForm.sections;
    const document = { sections: [{ ...first, fields: [...(first?.fields ?? []), plan] }, ...rest] };
    const at = { editionId: given.editionId, trackId: track?.id ?? '' };
    const forms = api.app.get(FormService, { strict: false });
    await api.dataSource.transaction((manager) => forms.publish(manager, at, document, given.team.userId ?? ''));
    const answers = {
      ...{
        trackKey: 'leading',
        divisionKey: 'start-up',
        countryCode: 'SG',
        title: 'A pump',
        language: 'en',
        summary: 'x',
      },
      members: [{ role: 'lead', name: 'Ann Example' }],
    };
    const url = `/api/v1/editions/${given.slug}/entries`;
    const { publicId } = (await given.team.post<{ publicId: string }>(url, answers)).body;
    const files = `/api/v1/entries/${publicId}/files`;
    const one = (await given.team.post<{ publicId: string }>(files, file('one.pdf', 'a'))).body.publicId;
    expect(await given.team.post(`/api/v1/entries/${publicId}/submissions`)).toMatchObject({ status: 201 });
    expect(await given.team.delete(`/api/v1/entry-files/${one}`)).toMatchObject({
      body: { code: 'entry-incomplete', errors: [{ path: 'files.plan' }] },
    });
    expect(await given.team.post(files, file('two.pdf', 'b'))).toMatchObject({
      body: { errors: [{ code: 'too-many-files' }] },
    });
    const replaced = await given.team.post(files, { ...file('two.pdf', 'b'), replaces: one });
    expect(replaced).toMatchObject({ status: 201, body: { receipt: { version: 2, files: [{ name: 'two.pdf' }] } } });
    expect(await given.team.get(files)).toMatchObject({ body: { files: [{ name: 'two.pdf' }] } });
  });
});

describe('what a team reads of its entry’s past', () => {
  it('is every version with its receipt, what differs between any two, and in which role it was opened', async () => {
    const team = await api.person();
    const entry = await newDraft(team, given.slug);
    const at = (path: string) => `/api/v1/entries/${entry}/${path}`;
    await team.post(at('submissions'));
    const answers = {
      ...{
        trackKey: 'characteristic',
        divisionKey: 'start-up',
        countryCode: 'SG',
        title: 'A loud pump',
        language: 'en',
      },
      members: [
        { role: 'lead', name: 'Ann Example' },
        { role: 'member', name: '𠮷田' },
      ],
    };
    expect(await team.put(`/api/v1/entries/${entry}`, answers)).toMatchObject({ status: 200 });
    await team.post(at('files'), { fieldKey: 'attachments', name: 'a.pdf', size: 9, sha256: 'a'.repeat(64) });
    expect(await team.get(at('versions'))).toMatchObject({
      body: { versions: [{ number: 3, files: 1 }, { number: 2, files: 0 }, { number: 1 }] },
    });
    const { body } = await team.get<{ changes: { key: string; before?: unknown; after?: unknown }[] }>(
      at('version-changes?from=1&to=3'),
    );
    expect(body).toMatchObject({ members: { added: ['𠮷田'] }, files: { added: ['a.pdf'], removed: [] } });
    expect(body.changes).toEqual([
      { key: 'title', change: 'changed', before: 'A quiet pump', after: 'A loud pump' },
      {
        key: 'track',
        change: 'changed',
        before: expect.objectContaining({ en: expect.any(String) }),
        after: expect.objectContaining({ zh: expect.any(String) }),
      },
    ]);
    expect(await team.get(at('version-changes?from=1&to=9'))).toMatchObject({ status: 404 });
    const office = await api.person({ role: 'organiser', editionId: given.editionId });
    await office.get(`/api/v1/editions/${given.slug}/eligibility/entries/${entry}`);
    expect(await team.get(at('readers'))).toMatchObject({
      body: {
        groups: [{ group: 'answers' }, { group: 'team' }, { group: 'files' }, { group: 'landing' }],
        openings: [{ what: 'answers', file: null, roles: ['organiser'] }],
      },
    });
    expect(await office.get(at('readers'))).toMatchObject({ status: 404 });
  });
});

describe('passing an entry on', () => {
  it('is allowed by nobody but the lead, office by office, and until then nothing is readable there', async () => {
    const { slug, editionId } = given;
    const team = await api.person();
    const entry = await newDraft(team, slug);
    const own = `/api/v1/entries/${entry}`;
    await team.post(`${own}/submissions`);
    const office = await api.person({ role: 'executive-organiser', editionId });
    const offices = `/api/v1/editions/${slug}/receiving-offices`;
    const add = (zh: string, en: string) =>
      office.post<{ publicId: string }>(offices, { kind: 'district', name: { zh, en } });
    const [one, other] = [await add('示例区', 'Example District'), await add('示例园', 'Example Park')];
    expect(await add('示例区', 'Another')).toMatchObject({ status: 409, body: { code: 'receiving-office-held' } });
    expect(await add(' ', 'Blank')).toMatchObject({ status: 400, body: { errors: [{ path: 'name.zh' }] } });
    const { publicId } = one.body;
    const { body } = await team.get<{ version: string }>(`${own}/passing`);
    const off = { isAllowed: false, version: null, givenAt: null };
    expect(body).toMatchObject({ mayChange: true, content: { fields: [], files: [] }, offices: [off, off] });
    const set = (isAllowed: boolean, version = body.version, who = team) =>
      who.put(`${own}/passing/${publicId}`, { isAllowed, version });
    expect(await set(true, 'of yesterday')).toMatchObject({ status: 400 });
    expect(await set(true, body.version, await api.person())).toMatchObject({ status: 404 });
    const allowed = async (id = publicId) => (await office.get(`${offices}/${id}/entries`)).body;
    expect(await allowed()).toEqual({ entries: [], next: null });
    const officer = await api.person({ role: 'district-officer', editionId });
    const closed = async () => {
      const readings = ['', '/passing', '/readers', '/files', '/team', '/outcomes', '/judges-view', '/versions'];
      const urls = [...readings.map((part) => `${own}${part}`), offices, `${offices}/${publicId}/entries`];
      urls.push(
        ...['entries', 'avoidances', 'landing-intents', 'eligibility'].map(
          (part) => `/api/v1/editions/${slug}/${part}`,
        ),
      );
      for (const url of urls) expect([403, 404]).toContain((await officer.get(url)).status);
    };
    await closed();
    expect(await set(true)).toMatchObject({ status: 204 });
    expect(await set(true)).toMatchObject({ status: 204 });
    expect(await team.get(`${own}/passing`)).toMatchObject({
      body: { offices: [{ isAllowed: true, version: body.version, givenBy: 'Test Person' }, off] },
    });
    expect(await allowed()).toMatchObject({ entries: [{ publicId: entry, version: body.version }], next: null });
    expect(await allowed(other.body.publicId)).toEqual({ entries: [], next: null });
    await closed();
    // Whoever agreed to a former wording agrees to today's anew.
    await api.dataSource.query(`update passing_consents set version = '2026-01-01'`);
    expect(await set(true)).toMatchObject({ status: 204 });
    expect(
      await api.dataSource.query<object[]>(
        `select version, withdrawn_at is null as stands from passing_consents order by withdrawn_at nulls last`,
      ),
    ).toEqual([
      { version: '2026-01-01', stands: false },
      { version: body.version, stands: true },
    ]);
    const foreign = await api.person({
      role: 'organiser',
      editionId: (await createStage(api.dataSource, { entries: 1, judges: 1 })).editionId,
    });
    expect(await foreign.get(`${offices}/${publicId}/entries`)).toMatchObject({ status: 403 });
    expect(await set(false)).toMatchObject({ status: 204 });
    expect(await allowed()).toEqual({ entries: [], next: null });
    await set(true);
    expect(await office.post(`${offices}/${publicId}/closing`)).toMatchObject({ status: 204 });
    expect(await set(true)).toMatchObject({ status: 409, body: { code: 'receiving-office-closed' } });
    expect(await team.get(`${own}/passing`)).toMatchObject({ body: { offices: [{ publicId: other.body.publicId }] } });
    const setOther = (isAllowed: boolean) =>
      team.put(`${own}/passing/${other.body.publicId}`, { isAllowed, version: body.version });
    expect(await setOther(true)).toMatchObject({ status: 204 });
    await api.dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where public_id = $1`, [
      entry,
    ]);
    expect(await setOther(false)).toMatchObject({ status: 204 });
    expect(await setOther(true)).toMatchObject({ status: 409, body: { code: 'entry-withdrawn' } });
    expect(await team.get(`${own}/passing`)).toMatchObject({
      body: { mayChange: true, offices: [{ isAllowed: false }] },
    });
    const gaps = await actsWithoutEvents(api.dataSource);
    expect(gaps.filter((gap) => /receiving|passing/.test(JSON.stringify(gap)))).toEqual([]);
  });

  it('and who judges tell a team nothing of time or number, before judging has closed nothing at all', async () => {
    const stage = await createStage(api.dataSource, { entries: 1, judges: 2, rules: stageRules({ blind: false }) });
    const team = await api.person();
    const [row] = await api.dataSource.query<{ entry: string }[]>(
      'select public_id as entry from entries where id = $1',
      [stage.entryIds[0]],
    );
    await api.dataSource.query('update entries set lead_user_id = $2 where id = $1', [stage.entryIds[0], team.userId]);
    const openings = async () =>
      (await team.get<{ openings: object[] }>(`/api/v1/entries/${row?.entry}/readers`)).body.openings;
    for (const [index, { publicId }] of stage.assignments.entries()) {
      const judge = await api.signedIn(stage.userIds[index] ?? '');
      const read = () => judge.get(`/api/v1/assignments/${publicId}/entry`);
      expect([(await read()).status, (await read()).status]).toEqual([200, 200]);
    }
    expect(await openings()).toEqual([]);
    await api.dataSource.query('update windows set closed_at = clock_timestamp() where stage_id = $1', [stage.stageId]);
    expect(await openings()).toEqual([{ at: null, what: 'answers', file: null, name: null, roles: ['judge'] }]);
    expect(await team.get(`/api/v1/entries/${row?.entry}/outcomes`)).toMatchObject({ body: { outcomes: [] } });
  });
});
