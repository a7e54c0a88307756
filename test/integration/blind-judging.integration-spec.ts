import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { FormDefinition, OwnField } from '#domain';
import { RoleService } from '#identity';
import { JudgeService } from '#judging';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { authoredPdf, canary } from '../builders/authored-files.js';
import { entryTeam } from '../builders/entry-team.js';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';
import { checkAndRender, openedWithoutCookie } from '../builders/pages.js';
import { pdf } from '../builders/sample-files.js';
import { upload } from '../builders/tus.js';

const both = (text: string) => ({ zh: text, en: text });
const read = { readers: [{ role: 'judge' as const }] };
const fields: readonly OwnField[] = [
  { kind: 'long-text', key: 'innovation', label: both('What is new'), maximumLength: 800, ...read },
  { kind: 'short-text', key: 'company', label: both('Company'), maximumLength: 80, identifies: true, ...read },
  { kind: 'email', key: 'email', label: both('E-mail'), ...read },
  { kind: 'short-text', key: 'secret', label: both('For the office'), maximumLength: 80 },
  {
    kind: 'file',
    key: 'plan',
    label: both('Plan'),
    types: ['pdf', 'zip'],
    maximumBytes: 10_000_000,
    maximumCount: 3,
    ...read,
  },
  {
    kind: 'file',
    key: 'licence',
    label: both('Licence'),
    types: ['pdf'],
    maximumBytes: 10_000_000,
    maximumCount: 1,
    identifies: true,
    ...read,
  },
];
const form: FormDefinition = { sections: [{ key: 'all', title: both('All'), fields }] };
const answers = {
  innovation: 'A pump that CanaryMember Person drew makes no noise',
  company: canary('company'),
  email: `${canary('email')}@example.test`,
  secret: canary('secret'),
};

let api: TestApi;
let stage: JudgingStage;
let team: Asker;
let entry: string;

/** Gives an entry of the stage to a team with a filled form, a window to send files in, and names to be kept from judges. */
async function fill(at: JudgingStage): Promise<{ team: Asker; entry: string }> {
  const person = await api.person();
  const formId = uuidv7();
  await api.dataSource.query(
    `insert into form_versions (id, edition_id, track_id, number, document, hash, published_by)
     select $1, edition_id, track_id, 1, $2, decode(repeat('00', 32), 'hex'), $3 from entries where id = $4`,
    [formId, JSON.stringify(form), person.userId, at.entryIds[0]],
  );
  await api.dataSource.query(
    `insert into windows (id, edition_id, kind, planned_opens_at, planned_closes_at, opened_at)
     values ($1, $2, 'entry', now() - interval '1 day', now() + interval '1 day', now() - interval '1 hour')`,
    [uuidv7(), at.editionId],
  );
  await api.dataSource.query(
    `insert into team_members (id, entry_id, role, name, organisation, position)
     values ($1, $2, 'lead', 'CanaryMember Person', 'Canary University', 1)`,
    [uuidv7(), at.entryIds[0]],
  );
  const rows = await api.dataSource.query<[{ entry: string }[], number]>(
    `update entries set lead_user_id = $2, form_version_id = $3, form_answers = $4, title = 'A quiet pump'
     where id = $1 returning public_id as entry`,
    [at.entryIds[0], person.userId, formId, JSON.stringify(answers)],
  );
  const publicId = rows[0][0]?.entry ?? '';
  await api.dataSource.query(
    `insert into entry_translations (id, entry_id, number, language, title, summary, author, written_by, original_hash)
     select $1, e.id, 1, 'en', 'A pump', 'Drawn at Canary University', 'office', $2, entry_original_hash(e)
     from entries e where id = $3`,
    [uuidv7(), person.userId, at.entryIds[0]],
  );
  await upload(person, publicId, { name: `${canary('filename')}.pdf`, bytes: await authoredPdf(), fieldKey: 'plan' });
  const named = await pdf((document) => document.getPage(0).drawText('Canary University', { x: 20, y: 50 }), 2);
  await upload(person, publicId, { name: 'second.pdf', bytes: named, fieldKey: 'plan' });
  await upload(person, publicId, { name: 'licence.pdf', bytes: await pdf(), fieldKey: 'licence' });
  await checkAndRender(api);
  return { team: person, entry: publicId };
}

beforeAll(async () => {
  api = await startApi();
  stage = await createStage(api.dataSource, { entries: 2 });
  ({ team, entry } = await fill(stage));
}, 120_000);
afterAll(() => api.close());

interface Presented {
  readonly fields: readonly { readonly field: { readonly key: string }; readonly answer: unknown }[];
  readonly files: readonly { readonly publicId: string; readonly name: string; readonly copy: object | null }[];
}

const assignmentOf = (at: JudgingStage) => `/api/v1/assignments/${at.assignments[0]?.publicId ?? ''}`;

describe('a judge of a blind stage', () => {
  it('reads what the form shows to judges, and of the team neither name nor number, file name nor date', async () => {
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    const { body, status } = await judge.get<Presented>(`${assignmentOf(stage)}/entry`);
    expect(status).toBe(200);
    expect(body.fields.map(({ field, answer }) => [field.key, answer])).toEqual([['innovation', answers.innovation]]);
    expect(body.files.map(({ name }) => name)).toEqual(['P0001-plan.pdf', 'P0001-plan-2.pdf']);
    const pages = await judge.get<{ url: string; pages: object[] }>(
      `${assignmentOf(stage)}/files/${body.files[0]?.publicId}/pages`,
    );
    expect(pages).toMatchObject({ status: 200, body: { state: 'ready', pageCount: 1, pages: [{ number: 1 }] } });
    const page = await openedWithoutCookie(api, `${pages.body.url}/pages/1`);
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'image/webp', 'content-disposition': 'inline' },
    });
    const [claims = ''] = pages.body.url.split('/').slice(-1)[0]?.split('.') ?? [];
    const told = [JSON.stringify([body, pages.body]), Buffer.from(claims, 'base64url').toString()].join('\n');
    expect(told).not.toMatch(/CANARY|\.pdf"?,"size|filedAt|number":\s*\d{3,}/);
    // No uuid of version 7: it would tell when something was made, and in what order.
    expect(told).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}/);
    expect(told).not.toContain(entry);
    expect(page.body.includes('CANARY')).toBe(false);
  });

  it('opens no file that tells who the team is, and nothing of another judge', async () => {
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    const other = await api.signedIn(stage.userIds[1] ?? '');
    const rows = await api.dataSource.query<{ id: string; key: string }[]>(
      'select public_id as id, field_key as key from entry_files',
    );
    const licence = rows.find(({ key }) => key === 'licence')?.id ?? '';
    expect(await judge.get(`${assignmentOf(stage)}/files/${licence}/pages`)).toMatchObject({ status: 404 });
    expect(await other.get(`${assignmentOf(stage)}/entry`)).toMatchObject({ status: 404 });
    expect(await team.get(`${assignmentOf(stage)}/entry`)).toMatchObject({ status: 403 });
  });

  it('reads nothing of a file that has no anonymised copy', async () => {
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    await api.dataSource.query(`update anonymised_copies set stored_at = null`);
    const { body } = await judge.get<Presented>(`${assignmentOf(stage)}/entry`);
    expect(body.files.map(({ copy }) => copy)).toEqual([null, null]);
    const path = `${assignmentOf(stage)}/files/${body.files[0]?.publicId}/pages`;
    expect(await judge.get(path)).toMatchObject({ status: 404 });
    await api.dataSource.query(`update anonymised_copies set stored_at = now()`);
  });
});

describe('a translation', () => {
  it('stands beside the original with its author and how it stands, and stays as it is while judges read', async () => {
    const judge = await api.signedIn(stage.userIds[0] ?? '');
    const { body } = await judge.get<{ entry: object }>(assignmentOf(stage));
    expect(body.entry).toMatchObject({ title: 'A quiet pump', language: 'zh' });
    expect(body.entry).toHaveProperty('translation', {
      ...{ language: 'en', title: 'A pump', summary: 'Drawn at Canary University' },
      ...{ author: 'office', state: 'unconfirmed' },
    });
    const written = { title: 'Another pump', summary: '', isMachine: false, seen: 1 };
    expect(await team.put(`/api/v1/entries/${entry}/translation`, written)).toMatchObject({
      status: 409,
      body: { code: 'translation-being-read' },
    });
  });
});

describe('the team', () => {
  it('sees what those judges see, what was taken out of its files, and where it is still named', async () => {
    const { body } = await team.get<{
      stages: (Presented & { isBlind: boolean })[];
      anonymised: { name: string; removed: { kind: string; value: string | null }[] }[];
      occurrences: object[];
    }>(`/api/v1/entries/${entry}/judges-view`);
    expect(body.stages).toHaveLength(1);
    expect(body.stages[0]).toMatchObject({ isBlind: true, fields: [{ answer: answers.innovation }] });
    expect(body.stages[0]?.files.map(({ name }) => name)).toEqual(['P0001-plan.pdf', 'P0001-plan-2.pdf']);
    const plan = body.anonymised.find(({ name }) => name.includes('CANARY'));
    expect(plan?.removed).toContainEqual({ kind: 'author', value: canary('pdfauthor') });
    const second = body.stages[0]?.files[1]?.publicId;
    expect(body.occurrences).toEqual([
      { term: 'Canary University', where: 'translated-summary', field: null, file: null, pages: [] },
      { term: 'CanaryMember Person', where: 'field', field: 'innovation', file: null, pages: [] },
      { term: 'Canary University', where: 'file', field: null, file: second, pages: [1] },
    ]);
    const stranger = await api.person();
    expect(await stranger.get(`/api/v1/entries/${entry}/judges-view`)).toMatchObject({ status: 404 });
  });
});

describe('a judge of an open stage', () => {
  it('reads, keeps and scores nothing of an entry whose team they were ever of', async () => {
    const open = await createStage(api.dataSource, { entries: 1, rules: stageRules({ blind: false }) });
    const judge = await api.signedIn(open.userIds[0] ?? '');
    expect(await judge.get(`${assignmentOf(open)}/entry`)).toMatchObject({ status: 200 });
    await api.dataSource.query('update entries set lead_user_id = $2 where id = $1', [
      ...[open.entryIds[0], judge.userId],
    ]);
    await api.dataSource.query('update entries set lead_user_id = null where id = $1', [open.entryIds[0]]);
    const conflict = { status: 409, body: { code: 'conflict-of-interest' } };
    expect(await judge.get(`${assignmentOf(open)}/entry`)).toMatchObject(conflict);
    expect(await judge.get(`${assignmentOf(open)}/files/${uuidv7()}/pages`)).toMatchObject(conflict);
    const scores = Object.fromEntries(open.rules.rubric.criteria.map(({ key }) => [key, '5']));
    const seen = { 'if-match': '"0"' };
    expect(await judge.put(`${assignmentOf(open)}/draft`, { scores }, seen)).toMatchObject(conflict);
    const sheet = { scores, rulesHash: open.rulesHash };
    expect(await judge.post(`${assignmentOf(open)}/submissions`, sheet, seen)).toMatchObject(conflict);
    expect(await judge.get(assignmentOf(open))).toMatchObject(conflict);
  });

  it('reads names too, until recused: then nothing opens any more, though the link is young', async () => {
    const open = await createStage(api.dataSource, { entries: 1, rules: stageRules({ blind: false }) });
    await fill(open);
    const judge = await api.signedIn(open.userIds[0] ?? '');
    const { body } = await judge.get<Presented>(`${assignmentOf(open)}/entry`);
    expect(body.fields.map(({ field }) => field.key)).toEqual(['innovation', 'company', 'email']);
    expect(body.files.map(({ name }) => name)).toEqual([`${canary('filename')}.pdf`, 'second.pdf', 'licence.pdf']);
    const path = `${assignmentOf(open)}/files/${body.files[0]?.publicId}/pages`;
    const { url } = (await judge.get<{ url: string }>(path)).body;
    expect((await openedWithoutCookie(api, `${url}/thumbnails/1`)).status).toBe(200);
    expect(await judge.post(`${assignmentOf(open)}/recusal`, { reasonCode: 'family' })).toMatchObject({ status: 204 });
    expect((await openedWithoutCookie(api, `${url}/thumbnails/1`)).status).toBe(404);
    expect(await judge.get(path)).toMatchObject({ status: 409, body: { code: 'assignment-recused' } });
    const reads = await api.dataSource.query<object[]>(
      `select canonical::jsonb #>> '{body,what}' as what from ledger_events where kind = 'read'
         and canonical::jsonb #>> '{subject,actor}' = $1`,
      [judge.userId],
    );
    expect(reads).toEqual([{ what: 'assigned-entry' }, { what: 'assigned-file-pages' }]);
  });
});

describe('nobody judges where they compete', () => {
  const refused = { status: 409, body: { code: 'judge-and-team' } };

  it('is so for a judge who would begin an entry, and for a team whose person would judge', async () => {
    const competing = await entryTeam(api);
    const { editionId, slug } = competing;
    const form = { trackKey: 'pillar', countryCode: 'SG', title: 'A pump', language: 'en', members: [] };
    const judge = await api.person({ role: 'judge', editionId });
    expect(await judge.post(`/api/v1/editions/${slug}/entries`, form)).toMatchObject(refused);
    const userId = competing.team.userId ?? '';
    const { manager } = api.dataSource;
    const judges = api.app.get(JudgeService, { strict: false });
    // Who was registered, lost the role and was never given an entry is free again.
    await judges.register(manager, editionId, [{ userId: judge.userId, kind: null }], { actor: userId });
    const revoked = { userId: judge.userId ?? '', role: 'judge' as const, editionId, revokedBy: userId };
    await api.app.get(RoleService, { strict: false }).revoke(manager, revoked);
    expect(await judge.post(`/api/v1/editions/${slug}/entries`, form)).toMatchObject({ status: 201 });
    const grant = { userId, role: 'judge' as const, editionId, grantedBy: null };
    const both = { code: 'judge-and-team' };
    await expect(api.app.get(RoleService, { strict: false }).grant(manager, grant)).rejects.toMatchObject(both);
    const given = [{ userId, kind: 'technology' as const }];
    await expect(judges.register(manager, editionId, given, { actor: userId })).rejects.toMatchObject(both);
    // As it was granted before there was this rule: then the draft stays one.
    await api.dataSource.query(`insert into role_grants (id, user_id, role, edition_id) values ($1, $2, 'judge', $3)`, [
      uuidv7(),
      userId,
      editionId,
    ]);
    expect(await competing.team.post(`/api/v1/entries/${competing.entry}/submissions`)).toMatchObject(refused);
  });
});
