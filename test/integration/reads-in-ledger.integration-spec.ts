import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type Asker, type TestApi } from '../builders/api.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

describe('what is read before its release', () => {
  let api: TestApi;
  let stage: JudgingStage;
  let office: Asker;

  beforeAll(async () => {
    api = await startApi();
    stage = await createStage(api.dataSource, { entries: 3 });
    office = await api.person({ role: 'organiser', editionId: stage.editionId });
  });
  afterAll(() => api.close());

  async function reads(what: string): Promise<object[]> {
    const rows = await api.dataSource.query<{ event: object }[]>(
      `select jsonb_build_object('subject', d -> 'subject', 'body', d -> 'body') as event
       from (select id, canonical::jsonb as d from ledger_events where kind = 'read') e
       where d #>> '{body,what}' = $1 order by id`,
      [what],
    );
    return rows.map(({ event }) => event);
  }

  it('leaves an event for each page of the entry list, without what was looked for', async () => {
    const url = `/api/v1/editions/${stage.slug}/entries`;
    const first = await office.get<{ nextCursor: string }>(`${url}?limit=2`);
    await office.get(`${url}?limit=2&cursor=${first.body.nextCursor}`);
    await office.get(`${url}?q=somebody`);
    const subject = { actor: office.userId, edition: stage.editionId };
    expect(await reads('entries')).toEqual([
      { subject, body: { what: 'entries', afterNumber: 0, isSearch: false, rows: 2 } },
      { subject, body: { what: 'entries', afterNumber: 2, isSearch: false, rows: 1 } },
      { subject, body: { what: 'entries', afterNumber: 0, isSearch: true, rows: 0 } },
    ]);
  });

  it('leaves an event for each page of the landing intents, which no district officer may read', async () => {
    const url = `/api/v1/editions/${stage.slug}/landing-intents`;
    expect((await office.get(url)).status).toBe(200);
    const officer = await api.person({ role: 'district-officer', editionId: stage.editionId });
    expect((await officer.get(url)).status).toBe(403);
    expect(await reads('landing-intents')).toEqual([
      {
        subject: { actor: office.userId, edition: stage.editionId },
        body: { what: 'landing-intents', afterNumber: 0, rows: 0 },
      },
    ]);
  });

  it('leaves an event for each page of the judges and of the places where they are named', async () => {
    const base = `/api/v1/editions/${stage.slug}`;
    await office.get(`${base}/judges?limit=2`);
    await office.get(`${base}/judges?limit=2&after=2&q=somebody`);
    await office.get(`${base}/unrecognised-organisations/namings`);
    const subject = { actor: office.userId, edition: stage.editionId };
    expect(await reads('judges')).toEqual([
      { subject, body: { what: 'judges', after: 0, isSearch: false, rows: 2 } },
      { subject, body: { what: 'judges', after: 2, isSearch: true, rows: 0 } },
    ]);
    expect(await reads('organisation-namings')).toEqual([
      { subject, body: { what: 'organisation-namings', isSearch: false, rows: 0 } },
    ]);
  });

  it('leaves one event for a wall, its session and its stage, however often the page asks', async () => {
    const url = `/api/v1/stages/${stage.stageId}/wall`;
    const first = await office.get(url);
    await Promise.all([office.get(url), office.get(url, { 'if-none-match': first.headers.get('etag') ?? '' })]);
    const event = { subject: { actor: office.userId, stage: stage.stageId }, body: { what: 'wall' } };
    expect(await reads('wall')).toEqual([event]);
    await (await api.signedIn(office.userId ?? '')).get(url);
    expect(await reads('wall')).toEqual([event, event]);
    const stranger = await api.person();
    expect((await stranger.get(url)).status).toBe(403);
    expect(await reads('wall')).toHaveLength(2);
  });
});
