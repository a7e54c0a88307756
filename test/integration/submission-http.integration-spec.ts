import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, EditionQueryService, WindowService } from '#contest';
import { startApi, type Asker, type TestApi } from '../builders/api.js';

const xingyu = readFileSync(new URL('../../contests/xingyu-cup-2024.yaml', import.meta.url), 'utf8');
const slug = 'xingyu-cup-2024';
let api: TestApi;
let editionId: string;
let team: Asker;
let organiser: Asker;

beforeAll(async () => {
  api = await startApi();
  const templates = api.app.get(ContestTemplateService, { strict: false });
  ({ editionId } = await templates.apply(templates.read(xingyu)));
  await api.app.get(WindowService, { strict: false }).open({ editionId }, { actor: uuidv7() });
  team = await api.person();
  organiser = await api.person({ role: 'organiser', editionId });
});

afterAll(() => api.close());

const form = {
  trackKey: 'pillar',
  divisionKey: 'start-up',
  countryCode: 'SG',
  title: 'A quiet pump',
  language: 'en',
  members: [{ role: 'lead', name: 'Ann Example' }],
  landing: {
    ...{ way: 'branch', districts: ['两江新区'], investmentYuan: '3000000' },
    ...{ timetableMonths: 12, needs: ['talent'], localPartner: true },
  },
};

describe('the way of an entry over HTTP', () => {
  let publicId: string;

  it('begins as a draft that only its team can read', async () => {
    const created = await team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, form);
    expect(created).toMatchObject({ status: 201, body: { state: 'draft' } });
    ({ publicId } = created.body);
    expect(await team.get(`/api/v1/entries/${publicId}`)).toMatchObject({
      status: 200,
      body: { state: 'draft', number: null, version: 0, form },
    });
    expect(await organiser.get(`/api/v1/entries/${publicId}`)).toMatchObject({ status: 404 });
  });

  it('is submitted once, however often it is sent', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const url = `/api/v1/entries/${publicId}/submissions`;
    const [first, second] = await Promise.all([team.post(url, undefined, key), team.post(url, undefined, key)]);
    expect(first).toMatchObject({ status: 201, body: { number: 1, version: 1 } });
    expect(second.body).toEqual(first.body);
    expect(await team.post(url)).toMatchObject({ status: 409, body: { code: 'entry-not-draft' } });
  });

  it('shows every wrong field by its path, in the reader’s language', async () => {
    const wrong = { ...form, trackKey: 'all', countryCode: 'ZZ' };
    const answer = await team.post(`/api/v1/editions/${slug}/entries`, wrong, { 'accept-language': 'en' });
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'entry-invalid', errors: [{ path: 'trackKey' }, { path: 'countryCode' }] },
    });
  });

  it.each(['1e2', '0x10', '5.0', '+5', ' 5', '0', '201', ''])('is not listed with a limit of “%s”', async (limit) => {
    for (const list of ['entries', 'landing-intents']) {
      const url = `/api/v1/editions/${slug}/${list}?limit=${encodeURIComponent(limit)}`;
      expect(await organiser.get(url)).toMatchObject({ status: 400, body: { errors: [{ path: 'limit' }] } });
    }
  });

  it('appears in the organiser’s list and in the figures of its edition', async () => {
    expect(await organiser.get(`/api/v1/editions/${slug}/entries?limit=10`)).toMatchObject({
      status: 200,
      body: { total: 1, entries: [{ publicId, number: 1, lead: 'Ann Example', country: { code: 'SG' } }] },
    });
    const figures = await api.anonymous().get(`/api/v1/public/key-figures?edition=${slug}`);
    expect(figures).toMatchObject({
      status: 200,
      body: {
        contests: [
          {
            ...{ key: 'xingyu-cup', edition: slug, entries: 1, countries: 1, transformations: null },
            ...{ problemsSolved: null, technicalProblemsSolved: 0, landingIntents: 0, investmentYuan: '0' },
          },
        ],
        total: { entries: 1, countries: 1 },
      },
    });
    expect(await api.anonymous().get('/api/v1/public/key-figures')).toMatchObject({
      status: 200,
      body: { contests: [], total: { entries: 0, countries: 0 } },
    });
    expect(await api.anonymous().get('/api/v1/public/key-figures?edition=none')).toMatchObject({
      status: 404,
      body: { code: 'not-found', errors: [{ path: 'edition', code: 'field-invalid' }] },
    });
  });

  it('has its landing intent confirmed by an organiser, and by nobody else', async () => {
    const url = `/api/v1/entries/${publicId}/landing-confirmation`;
    const body = { outcome: 'confirmed', investmentYuan: '3000000', occurredOn: '2024-11-28' };
    expect(await team.post(url, body)).toMatchObject({ status: 403 });
    expect(await organiser.post(url, { ...body, investmentYuan: '3e6' })).toMatchObject({ status: 400 });
    expect(await organiser.post(url, body)).toMatchObject({ status: 204 });
    expect(await organiser.get(`/api/v1/editions/${slug}/landing-intents`)).toMatchObject({
      body: {
        intents: [{ declared: { way: 'branch' }, confirmed: { investmentYuan: '3000000' } }],
        counts: { confirmed: 1 },
      },
    });
  });

  it('revised after its submission, has a further version with a receipt of its own, the same when sent again', async () => {
    const send = () =>
      team.send('PUT', `/api/v1/entries/${publicId}`, {
        body: { ...form, title: '同一项目，第二版' },
        headers: { 'idempotency-key': 'a'.repeat(32) },
      });
    const first = await send();
    expect(first).toMatchObject({ status: 200, body: { receipt: { number: 1, version: 2 } } });
    // Not the headers: they tell the second in which each was answered.
    const again = await send();
    expect({ status: again.status, body: again.body }).toEqual({ status: first.status, body: first.body });
    const events = await api.dataSource.query<{ kind: string; hash: string }[]>(
      `select kind, encode(hash, 'hex') as hash from ledger_events where kind = 'entry-revised'`,
    );
    const { receipt } = first.body as { receipt: { receipt: string } };
    expect(events).toEqual([{ kind: 'entry-revised', hash: receipt.receipt }]);
  });

  it('ends when its team withdraws it', async () => {
    expect(await team.post(`/api/v1/entries/${publicId}/withdrawal`)).toMatchObject({ status: 204 });
    expect(await team.get('/api/v1/my/entries')).toMatchObject({
      body: { entries: [{ publicId, state: 'withdrawn' }] },
    });
  });
});

describe('editions and stages over HTTP', () => {
  it('are public with what a form needs', async () => {
    const answer = await api.anonymous().get<{ contests: { editions: object[] }[] }>('/api/v1/public/editions');
    expect(answer.body.contests[0]?.editions[0]).toMatchObject({
      slug,
      isDemo: false,
      entryWindow: { isOpen: true },
      tracks: [
        { key: 'all', parentKey: null },
        { key: 'leading' },
        { key: 'pillar' },
        { key: 'characteristic' },
        { key: 'rising-star' },
      ],
      divisions: [{ key: 'start-up' }, { key: 'growth' }],
    });
    const countries = await api.anonymous().get<{ countries: object[] }>('/api/v1/public/countries');
    expect(countries.body.countries).toContainEqual({ code: 'MO', name: { zh: '中国澳门', en: 'Macao, China' } });
  });

  it('are listed to those who hold a role in them', async () => {
    expect(await organiser.get('/api/v1/editions')).toMatchObject({
      body: { editions: [{ slug, roles: ['organiser'] }] },
    });
    expect(await team.get('/api/v1/editions')).toMatchObject({ body: { editions: [] } });
    expect(await team.get(`/api/v1/editions/${slug}/stages`)).toMatchObject({ status: 403 });
  });

  it('have their judging opened and closed by an organiser, blockers named', async () => {
    const [stage] = await api.app.get(EditionQueryService, { strict: false }).stages(editionId);
    const url = `/api/v1/stages/${stage?.id}/window`;
    expect(await organiser.post(`${url}/opening`)).toMatchObject({ status: 204 });
    expect(await organiser.post(`${url}/opening`)).toMatchObject({ body: { code: 'window-already-opened' } });
    expect(await organiser.get(`/api/v1/editions/${slug}/stages`)).toMatchObject({
      body: { stages: [{ key: 'preliminary', window: { isOpen: true } }, { key: 'semi-final' }, { key: 'final' }] },
    });
    expect(await organiser.post(`${url}/closing`, { acknowledge: ['sheets-missing'] })).toMatchObject({ status: 204 });
  });
});
