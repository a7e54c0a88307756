import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { defaultForm, type FormDefinition, type FormField, type FormSection, type StageRules } from '#domain';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { writeRules } from '../builders/judging-stage.js';

const xingyu = readFileSync(new URL('../../contests/xingyu-cup-2024.yaml', import.meta.url), 'utf8');
const slug = 'xingyu-cup-2024';
let api: TestApi;
let dataSource: DataSource;
let editionId: string;
let team: Asker;
let organiser: Asker;

beforeAll(async () => {
  api = await startApi();
  dataSource = api.app.get(DataSource, { strict: false });
  const templates = api.app.get(ContestTemplateService, { strict: false });
  ({ editionId } = await templates.apply(templates.read(xingyu)));
  await api.app.get(WindowService, { strict: false }).open({ editionId }, { actor: uuidv7() });
  team = await api.person();
  organiser = await api.person({ role: 'organiser', editionId });
});

afterAll(() => api.close());

const label = (en: string) => ({ zh: `${en}（中）`, en });
const more: FormSection = {
  key: 'company',
  title: label('Company'),
  fields: [
    {
      kind: 'short-text',
      key: 'registration-number',
      label: label('Registration number'),
      maximumLength: 20,
      isRequired: true,
      visibleWhen: { field: 'countryCode', isNot: ['CN'] },
    },
    { kind: 'number', key: 'floor-space', label: label('Floor space'), decimals: 0, minimum: '1', maximum: '100000' },
    { kind: 'email', key: 'contact', label: label('Contact') },
  ],
};
const withMore = (...fields: FormField[]): FormDefinition => ({
  sections: [...defaultForm.sections, { ...more, fields: [...more.fields, ...fields] }],
});
const forms = `/api/v1/editions/${slug}/forms`;
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const answers = {
  ...{ trackKey: 'pillar', countryCode: 'SG', title: 'A quiet pump', language: 'en' },
  members: [{ role: 'lead', name: 'Ann Example' }],
};
const begin = async (form: object) => team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, form);

/** Saves and publishes a form at a node; the number that it got. */
async function publish(trackKey: string, document: unknown): Promise<number> {
  const kept = await organiser.put<{ version: number }>(`${forms}/${trackKey}/draft`, { document }, seen(0));
  const url = `${forms}/${trackKey}/versions`;
  return (await organiser.post<{ number: number }>(url, undefined, seen(kept.body.version))).body.number;
}

describe('the form of an edition', () => {
  it('is the platform’s own questions until the office publishes another', async () => {
    expect(await team.get(`/api/v1/editions/${slug}/form?track=pillar`)).toMatchObject({
      status: 200,
      body: { number: 0, definition: defaultForm },
    });
    const { body } = await organiser.get<{ nodes: { trackKey: string }[] }>(forms);
    expect(body.nodes[0]).toMatchObject({ parentKey: null, published: null, draftChangedAt: null, entries: 0 });
    expect(body.nodes).toHaveLength(5);
  });

  it('is edited by the office alone', async () => {
    expect(await team.get(forms)).toMatchObject({ status: 403 });
    expect(await team.put(`${forms}/all/draft`, { document: defaultForm }, seen(0))).toMatchObject({ status: 403 });
    expect(await api.anonymous().get(`/api/v1/editions/${slug}/form`)).toMatchObject({ status: 401 });
  });

  it('is kept as a draft that may still be wrong, and says where', async () => {
    const wrong = withMore({ kind: 'country', key: 'contact', label: label('Again') });
    expect(await organiser.put(`${forms}/all/draft`, { document: wrong }, seen(0))).toMatchObject({
      status: 200,
      body: { version: 1, problems: [{ path: 'sections[4].fields[3].key', code: 'key-duplicated' }] },
    });
    expect(await organiser.post(`${forms}/all/versions`, undefined, seen(1))).toMatchObject({
      status: 400,
      body: { code: 'form-invalid', errors: [{ path: 'sections[4].fields[3].key', code: 'key-duplicated' }] },
    });
  });

  it('is not overwritten by somebody who has not seen the draft as it stands', async () => {
    const put = (version: number) => organiser.put(`${forms}/all/draft`, { document: withMore() }, seen(version));
    expect(await put(0)).toMatchObject({ status: 412, body: { code: 'revision-stale' } });
    expect(await put(1)).toMatchObject({ status: 200, body: { version: 2, problems: [] } });
    expect(await put(1)).toMatchObject({ status: 412 });
    expect(await organiser.put(`${forms}/all/draft`, { document: withMore() })).toMatchObject({ status: 428 });
  });

  it('is published once, holds for every track below, and leaves no draft', async () => {
    const key = { 'idempotency-key': uuidv7(), ...seen(2) };
    const twice = await Promise.all([1, 2].map(() => organiser.post(`${forms}/all/versions`, undefined, key)));
    expect(twice).toMatchObject([
      { status: 201, body: { number: 1 } },
      { status: 201, body: { number: 1 } },
    ]);
    expect(await team.get(`/api/v1/editions/${slug}/form?track=pillar`)).toMatchObject({ body: { number: 1 } });
    expect(await organiser.get(`${forms}/pillar`)).toMatchObject({
      body: { version: 0, publishedNumber: 0, document: withMore(), problems: [] },
    });
    expect(await organiser.put(`${forms}/all/draft`, { document: withMore() }, seen(0))).toMatchObject({ status: 200 });
    expect(await organiser.post(`${forms}/all/versions`, undefined, seen(1))).toMatchObject({
      status: 409,
      body: { code: 'form-unchanged' },
    });
    expect(await organiser.delete(`${forms}/all/draft`, seen(1))).toMatchObject({ status: 204 });
  });

  it('cannot drop the field by which a blind stage scores teams, nor hide it; the stage is named', async () => {
    const [stage] = await dataSource.query<{ id: string; rules: StageRules }[]>(
      `select s.id, r.document as rules from stages s join rules_versions r on r.stage_id = s.id
       where s.edition_id = $1 and s.key = 'preliminary'`,
      [editionId],
    );
    if (!stage) throw new Error('no stage');
    await writeRules(dataSource, stage.id, { ...stage.rules, blind: true, teamField: 'team-story' }, 2);
    const story = (more: object): FormDefinition =>
      withMore({ ...{ kind: 'long-text', key: 'team-story', label: label('Story'), maximumLength: 800 }, ...more });
    const judges = { readers: [{ role: 'judge' }] };
    const refused = [{ path: 'sections', code: 'team-field-missing' }];
    // The stage is one of all tracks, and stands above the node, too.
    for (const trackKey of ['all', 'pillar']) {
      for (const [at, document] of [withMore(), story({}), story({ ...judges, identifies: true })].entries()) {
        const kept = await organiser.put(`${forms}/${trackKey}/draft`, { document }, seen(at));
        expect(kept).toMatchObject({ status: 200, body: { problems: refused } });
      }
      expect(await organiser.get(`${forms}/${trackKey}`)).toMatchObject({ body: { problems: refused } });
      expect(await organiser.post(`${forms}/${trackKey}/versions`, undefined, seen(3))).toMatchObject({
        status: 400,
        body: { code: 'form-invalid', errors: [{ ...refused[0], detail: expect.stringContaining('“初赛”') }] },
      });
      const told = await organiser.put(`${forms}/${trackKey}/draft`, { document: story(judges) }, seen(3));
      expect(told).toMatchObject({ status: 200, body: { problems: [] } });
      expect(await organiser.delete(`${forms}/${trackKey}/draft`, seen(4))).toMatchObject({ status: 204 });
    }
    await writeRules(dataSource, stage.id, { ...stage.rules, blind: false }, 3);
  });
});

describe('an entry on a form', () => {
  let publicId: string;

  it('keeps unfinished answers in its draft, and refuses what is no answer', async () => {
    const wrong = { ...answers, formAnswers: { 'floor-space': 12, other: 'x' } };
    expect(await begin(wrong)).toMatchObject({
      status: 400,
      body: {
        code: 'entry-invalid',
        errors: [
          { path: 'formAnswers.floor-space', code: 'field-invalid' },
          { path: 'formAnswers.other', code: 'field-unknown' },
        ],
      },
    });
    const begun = await begin({ ...answers, formAnswers: { 'floor-space': 'plenty' } });
    expect(begun).toMatchObject({ status: 201 });
    ({ publicId } = begun.body);
    expect(await team.get(`/api/v1/entries/${publicId}`)).toMatchObject({
      body: { form: { formAnswers: { 'floor-space': 'plenty' } }, asked: { number: 1, newerNumber: null } },
    });
  });

  it('is not submitted before every question is answered rightly', async () => {
    expect(await team.post(`/api/v1/entries/${publicId}/submissions`)).toMatchObject({
      status: 400,
      body: {
        code: 'entry-incomplete',
        errors: [
          { path: 'formAnswers.registration-number', code: 'field-missing' },
          { path: 'formAnswers.floor-space', code: 'decimal-expected' },
        ],
      },
    });
  });

  it('is submitted without what its answers hide, its people apart from the frozen version', async () => {
    const given = { 'floor-space': '120', 'registration-number': 'hidden', contact: 'ann@example.org' };
    const url = `/api/v1/entries/${publicId}`;
    const domestic = { ...answers, countryCode: 'CN', formAnswers: given };
    expect(await team.put(url, domestic)).toMatchObject({ status: 200 });
    expect(await team.post(`${url}/submissions`)).toMatchObject({ status: 201, body: { version: 1 } });
    const [version] = await dataSource.query<{ answers: Record<string, unknown> }[]>(
      `select v.answers from entry_versions v join entries e on e.id = v.entry_id where e.public_id = $1`,
      [publicId],
    );
    expect(version?.answers).toMatchObject({
      formAnswers: { 'floor-space': '120' },
      personalAnswers: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(version)).not.toContain('ann@example.org');
    expect(await team.get(url)).toMatchObject({
      body: { form: { formAnswers: { 'floor-space': '120', contact: 'ann@example.org' } } },
    });
  });

  it('keeps its form when a newer one is published, and takes that one only when its team wants to', async () => {
    expect(
      await publish('all', withMore({ kind: 'country', key: 'made-in', label: label('Made in'), isRequired: true })),
    ).toBe(2);
    const url = `/api/v1/entries/${publicId}`;
    expect(await team.get(url)).toMatchObject({ body: { asked: { number: 1, newerNumber: 2 } } });
    const domestic = { ...answers, countryCode: 'CN', formAnswers: { 'floor-space': '130' } };
    expect(await team.put(url, domestic)).toMatchObject({ status: 200, body: { receipt: { version: 2 } } });
    expect(await team.put(url, { ...domestic, adoptsForm: true })).toMatchObject({
      status: 400,
      body: { code: 'entry-incomplete', errors: [{ path: 'formAnswers.made-in', code: 'field-missing' }] },
    });
    expect(await team.get(url)).toMatchObject({ body: { version: 2, asked: { number: 1 } } });
    const adopted = { ...domestic, adoptsForm: true, formAnswers: { 'floor-space': '130', 'made-in': 'ZZ' } };
    expect(await team.put(url, adopted)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'formAnswers.made-in' }] },
    });
    adopted.formAnswers['made-in'] = 'CN';
    expect(await team.put(url, adopted)).toMatchObject({ status: 200, body: { receipt: { version: 3 } } });
    expect(await team.get(url)).toMatchObject({ body: { asked: { number: 2, newerNumber: null } } });
  });

  it('moves to the form of its track where that has one of its own', async () => {
    expect(await publish('rising-star', defaultForm)).toBe(1);
    const begun = await begin({ ...answers, formAnswers: {} });
    const url = `/api/v1/entries/${begun.body.publicId}`;
    expect(await team.get(url)).toMatchObject({ body: { asked: { number: 2 } } });
    expect(await team.put(url, { ...answers, trackKey: 'rising-star' })).toMatchObject({ status: 200 });
    expect(await team.get(url)).toMatchObject({ body: { asked: { number: 1, definition: defaultForm } } });
    expect(await team.post(`${url}/submissions`)).toMatchObject({ status: 201 });
  });
});
