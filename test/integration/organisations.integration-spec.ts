import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { StageRules } from '#domain';
import { OrganisationQueryService } from '#identity';
import { EntryService } from '#submission';
import { actsWithoutEvents } from '../builders/acts-and-events.js';
import { startApi, type Answer, type Asker, type TestApi } from '../builders/api.js';
import { openEdition } from '../builders/entry-team.js';
import { readAnalysisDetails } from '../../libs/scoring/src/analysis-details.query.js';

const base = '/api/v1/organisations';
let api: TestApi;
let slug: string;
let editionId: string;
let office: Asker;
let team: Asker;
const ids: Record<'zh' | 'en' | 'branch', string> = { zh: '', en: '', branch: '' };

interface Detail {
  readonly version: number;
  readonly names: readonly { id: string; text: string }[];
  readonly use: object;
  readonly history: readonly { kind: string }[];
}

/** An entry submitted through the API, nominated by one organisation, its lead from another. */
async function submit(title: string, nominatingBody: string, organisation: string): Promise<string> {
  const form = {
    ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'CN', title, language: 'en', nominatingBody },
    members: [{ role: 'lead', name: 'Ann Example', organisation }],
  };
  const { body } = await team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, form);
  expect((await team.post(`/api/v1/entries/${body.publicId}/submissions`)).status).toBeLessThan(300);
  return body.publicId;
}

const register = (facts: object, by = office) => by.post<{ id: string; code: string }>(base, facts);
const nameIt = (id: string, name: object) => office.post<{ code: string }>(`${base}/${id}/names`, name);
const detail = async (id: string) => (await office.get<Detail>(`${base}/${id}`)).body;
const unrecognised = () =>
  office.get<{ names: { text: string; entries: number; matches: object[] }[]; total: number }>(
    `/api/v1/editions/${slug}/unrecognised-organisations`,
  );
const suggestions = async (q: string): Promise<string[]> => {
  const url = `${base}/suggestions?q=${encodeURIComponent(q)}`;
  const { body } = await team.get<{ suggestions: { text: string }[] }>(url);
  return body.suggestions.map(({ text }) => text);
};
const listed = async (q: string) => {
  const url = `/api/v1/editions/${slug}/entries?q=${encodeURIComponent(q)}`;
  const { body } = await office.get<{ entries: { title: string; nominatingOrganisation: { en: string } | null }[] }>(
    url,
  );
  return body.entries;
};
const relations = async (...pairs: [string, string][]) => {
  const service = api.app.get(OrganisationQueryService, { strict: false });
  return service.relations(
    api.dataSource.manager,
    pairs.map(([left, right]) => ({ left, right })),
  );
};
async function merge(id: string, into: string): Promise<Answer<{ code: string }>> {
  const { body } = await office.post<{ version: number; intoVersion: number }>(`${base}/${id}/merge-previews`, {
    into,
  });
  const { version, intoVersion } = body;
  return office.post(`${base}/${id}/merge`, { into, version, intoVersion });
}

beforeAll(async () => {
  api = await startApi();
  ({ slug, editionId } = await openEdition(api));
  office = await api.person({ role: 'organiser', editionId });
  team = await api.person();
  await submit('One', '清华大学', 'Tsinghua University');
  await submit('Two', 'Tsinghua University', 'Tsinghua Univercity');
  await submit('Three', 'Tsinghua SIGS', '清 华 大 学');
});

afterAll(() => api.close());

describe('the register of organisations', () => {
  it('begins empty: what teams typed is counted as unrecognised, however it was spaced', async () => {
    expect((await office.get(base)).body).toEqual({ organisations: [], total: 0, nextAfter: null });
    expect((await unrecognised()).body).toMatchObject({
      total: 4,
      names: [
        { text: 'Tsinghua University', entries: 2, matches: [] },
        { text: '清华大学', variants: ['清华大学', '清 华 大 学'], entries: 2 },
        { text: 'Tsinghua SIGS', entries: 1 },
        { text: 'Tsinghua Univercity', entries: 1 },
      ],
    });
    expect(await suggestions('Tsing')).toEqual([]);
  });

  it('recognises at once what was typed before, and what is typed afterwards', async () => {
    ids.zh = (await register({ nameZh: '清华大学', countryCode: 'CN' })).body.id;
    ids.en = (await register({ nameEn: 'Tsinghua University' })).body.id;
    ids.branch = (await register({ nameEn: 'Tsinghua SIGS', parentId: ids.en })).body.id;
    expect((await unrecognised()).body).toMatchObject({
      total: 1,
      names: [
        {
          text: 'Tsinghua Univercity',
          matches: [
            { id: ids.en, found: 'Tsinghua University', evidence: 'similar', similarity: expect.any(Number) },
            {},
          ],
        },
      ],
    });
    expect(await nameIt(ids.en, { kind: 'misspelling', language: 'en', text: 'Tsinghua Univercity' })).toMatchObject({
      status: 204,
    });
    await submit('Four', 'TSINGHUA  UNIVERCITY', 'Nobody Knows Ltd');
    expect((await unrecognised()).body.names.map(({ text }) => text)).toEqual(['Nobody Knows Ltd']);
  });

  it('refuses what another one has, names it, and lets two share a name where the office says so', async () => {
    expect(await register({ nameEn: 'TSINGHUA University' })).toMatchObject({
      status: 409,
      body: { code: 'organisation-name-held', details: { holder: 'Tsinghua University', path: 'nameEn' } },
    });
    const twin = await register({ nameEn: 'Tsinghua University', countryCode: 'SG', isShared: true });
    expect((await listed('One')).map(({ nominatingOrganisation: known }) => known?.en)).toEqual(['清华大学']);
    expect((await listed('Two')).map(({ nominatingOrganisation: known }) => known)).toEqual([null]);
    const { names } = await detail(twin.body.id);
    expect(await office.delete(`${base}/${twin.body.id}/names/${names[0]?.id}`)).toMatchObject({ status: 404 });
    const renamed = { nameEn: 'Tsinghua Holdings', countryCode: 'SG' };
    const stale = await office.put(`${base}/${twin.body.id}`, renamed, { 'if-match': '"9"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    await office.put(`${base}/${twin.body.id}`, renamed, { 'if-match': '"1"' });
    const further = (await detail(twin.body.id)).names.find(({ text }) => text === 'Tsinghua University');
    expect(await office.delete(`${base}/${twin.body.id}/names/${further?.id}`)).toMatchObject({ status: 204 });
    expect((await listed('Two')).map(({ nominatingOrganisation: known }) => known?.en)).toEqual([
      'Tsinghua University',
    ]);
  });

  it('names field and reason of what is wrong', async () => {
    expect(await register({})).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'nameZh', code: 'field-missing' }] },
    });
    expect(await register({ nameEn: '—' })).toMatchObject({
      body: { errors: [{ path: 'nameEn', code: 'field-invalid' }] },
    });
    expect(await register({ nameZh: '某校', code: '911100001000000001' })).toMatchObject({
      body: { errors: [{ path: 'code', code: 'credit-code-invalid' }] },
    });
    expect(await register({ nameZh: '某校', countryCode: 'XX' })).toMatchObject({
      body: { errors: [{ path: 'countryCode', code: 'field-invalid' }] },
    });
    const stranger = await api.person({ role: 'judge', editionId });
    expect((await register({ nameZh: '某校' }, stranger)).status).toBe(403);
    expect((await stranger.get(base)).status).toBe(403);
  });
});

describe('two Tsinghuas, a branch and a misspelling', () => {
  it('are shown what a merge does, and are one organisation everywhere after it', async () => {
    expect(await relations([ids.zh, ids.en], [ids.zh, ids.branch], [ids.en, ids.branch])).toEqual([
      ...['none', 'none', 'branch'],
    ]);
    expect((await office.post(`${base}/${ids.en}/merge-previews`, { into: ids.zh })).body).toMatchObject({
      names: ['Tsinghua University', 'Tsinghua Univercity'],
      branches: 1,
      use: { nominated: 2, people: 2 },
      warnings: [],
    });
    expect(await merge(ids.en, ids.zh)).toMatchObject({ status: 204 });
    // The one function that judging and the search for similar entries ask.
    expect(await relations([ids.zh, ids.en], [ids.zh, ids.branch], [ids.branch, ids.en])).toEqual([
      ...['same', 'branch', 'branch'],
    ]);
    // The register, its search and its counts.
    expect((await office.get(`${base}?q=univercity`)).body).toMatchObject({
      organisations: [{ id: ids.zh }],
      total: 1,
    });
    expect(await detail(ids.zh)).toMatchObject({
      merged: [{ id: ids.en, names: ['Tsinghua University', 'Tsinghua Univercity'] }],
      branches: [{ id: ids.branch }],
      use: { nominated: 3, people: 3 },
    });
    expect(await detail(ids.en)).toMatchObject({ mergedInto: { id: ids.zh }, use: { nominated: 3, people: 3 } });
    // What a team is offered while typing: the one organisation, whichever name it begins.
    expect(await suggestions('tsinghua univers')).toContain('清华大学');
    expect(await suggestions('清华')).toEqual(['清华大学']);
    // The office's list: found by any name, called by one.
    expect((await listed('univercity')).map(({ title }) => title)).toEqual(['One', 'Two', 'Four']);
    expect(new Set((await listed('清华大学')).map(({ nominatingOrganisation: known }) => known?.en))).toEqual(
      new Set(['清华大学']),
    );
  });

  it('are one to the eligibility check and to the analysis of nominating bodies', async () => {
    const rows = await api.dataSource.query<{ publicId: string }[]>(
      `select public_id as "publicId" from entries where title = 'Two'`,
    );
    const checked = await office.get(`/api/v1/editions/${slug}/eligibility/entries/${rows[0]?.publicId}`);
    expect(checked.body).toMatchObject({
      answers: {
        nominatingBody: 'Tsinghua University',
        nominatingOrganisation: { zh: '清华大学', en: '清华大学' },
        members: [{ organisation: 'Tsinghua Univercity', knownAs: { zh: '清华大学' } }],
      },
    });
    const stages = await api.dataSource.query<{ id: string; rules: StageRules }[]>(
      `select s.id, r.document as rules from stages s join rules_versions r on r.stage_id = s.id
       where s.edition_id = $1 order by s.position limit 1`,
      [editionId],
    );
    const { id: stageId, rules } = stages[0] as (typeof stages)[number];
    await api.dataSource.query(
      `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by)
       select gen_random_uuid(), edition_id, $1, id, 'registered' from entries where title in ('One', 'Two', 'Four')`,
      [stageId],
    );
    const { attributes } = await readAnalysisDetails(api.dataSource.manager, stageId, rules);
    expect(Object.values(attributes['nominating-body'])).toEqual(['清华大学', '清华大学', '清华大学']);
  });

  it('keep what the teams typed', async () => {
    const typed = await api.dataSource.query<{ text: string }[]>(
      'select nominating_body as text from entries order by number',
    );
    expect(typed.map(({ text }) => text)).toEqual([
      ...['清华大学', 'Tsinghua University', 'Tsinghua SIGS', 'TSINGHUA  UNIVERCITY'],
    ]);
  });

  it('take no merge twice, none in a circle, and nothing onto the one that is gone', async () => {
    expect(await office.post(`${base}/${ids.en}/merge-previews`, { into: ids.zh })).toMatchObject({
      body: { code: 'organisation-merged' },
    });
    expect(await nameIt(ids.en, { kind: 'name', language: 'en', text: 'THU' })).toMatchObject({
      body: { code: 'organisation-merged' },
    });
    const { version } = await detail(ids.zh);
    const circle = { nameZh: '清华大学', parentId: ids.branch };
    expect(await office.put(`${base}/${ids.zh}`, circle, { 'if-match': `"${version}"` })).toMatchObject({
      status: 409,
      body: { code: 'organisation-cycle' },
    });
  });

  it('stand apart again, as they were', async () => {
    expect(await office.post(`${base}/${ids.en}/separation`)).toMatchObject({ status: 204 });
    expect(await relations([ids.zh, ids.en], [ids.branch, ids.en])).toEqual(['none', 'branch']);
    expect((await listed('univercity')).map(({ title }) => title)).toEqual(['Two', 'Four']);
    expect((await detail(ids.en)).history.map(({ kind }) => kind)).toEqual([
      ...['separated', 'merged', 'named', 'registered'],
    ]);
    expect(await office.post(`${base}/${ids.en}/separation`)).toMatchObject({
      body: { code: 'organisation-not-merged' },
    });
  });
});

describe('many at once', () => {
  it('are recognised as one is, and every act has its event', async () => {
    const answers = {
      ...{
        trackKey: 'pillar',
        divisionKey: 'start-up',
        countryCode: 'CN',
        title: 'Bulk',
        summary: '',
        language: 'zh' as const,
      },
      nominatingBody: '清华大学',
      members: [{ role: 'lead' as const, name: '某人', organisation: 'tsinghua university' }],
    };
    const service = api.app.get(EntryService, { strict: false });
    await api.dataSource.transaction((manager) =>
      service.submitMany(manager, editionId, [{ answers, leadUserId: null }], { actor: uuidv7() }),
    );
    const linked = await api.dataSource.query<object[]>(
      `select e.nominating_body_id as body, m.organisation_id as member from entries e
       join team_members m on m.entry_id = e.id where e.title = 'Bulk'`,
    );
    expect(linked).toEqual([{ body: ids.zh, member: ids.en }]);
    const gaps = await actsWithoutEvents(api.dataSource);
    expect(gaps.filter((gap) => JSON.stringify(gap).includes('organisation'))).toEqual([]);
  });
});
