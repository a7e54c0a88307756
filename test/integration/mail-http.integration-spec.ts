import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { ContestTemplateService, WindowService } from '#contest';
import { startApi, type Asker, type TestApi } from '../builders/api.js';

const xingyu = readFileSync(new URL('../../contests/xingyu-cup-2024.yaml', import.meta.url), 'utf8');
const slug = 'xingyu-cup-2024';
const outbox = `/api/v1/editions/${slug}/messages`;
const form = {
  ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'SG', title: 'A quiet pump', language: 'en' },
  members: [{ role: 'lead', name: 'Ann Example' }],
};

interface Message {
  readonly publicId: string;
  readonly state: string;
  readonly subject: { readonly en: string };
}
interface Page {
  readonly messages: readonly Message[];
  readonly counts: Readonly<Record<string, number>>;
  readonly nextCursor: string | null;
}

let api: TestApi;
let team: Asker;
let organiser: Asker;
let secretary: Asker;

beforeAll(async () => {
  api = await startApi();
  const templates = api.app.get(ContestTemplateService, { strict: false });
  const { editionId } = await templates.apply(templates.read(xingyu));
  await api.app.get(WindowService, { strict: false }).open({ editionId }, { actor: uuidv7() });
  team = await api.person({ displayName: 'Ann Lead' });
  organiser = await api.person({ role: 'organiser', editionId });
  secretary = await api.person({ role: 'panel-secretary', editionId });
});
afterAll(() => api.close());

async function submit(title: string): Promise<{ publicId: string; receipt: string }> {
  const { body: draft } = await team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, { ...form, title });
  const { body } = await team.post<{ receipt: string }>(`/api/v1/entries/${draft.publicId}/submissions`);
  return { publicId: draft.publicId, receipt: body.receipt };
}
const newest = async () => (await organiser.get<Page>(outbox)).body.messages[0] as Message;

describe('a message over HTTP', () => {
  it('stands on the person’s page with the receipt and its way to the entry, until it is read', async () => {
    const { publicId, receipt } = await submit('A quiet pump');
    const { body } = await team.get<{ notices: { publicId: string; texts: { en: { body: string } } }[] }>(
      '/api/v1/my/notices',
    );
    expect(body).toMatchObject({ unread: 1, notices: [{ link: `/entries/${publicId}`, readAt: null }] });
    expect(body.notices[0]?.texts.en.body).toContain(receipt);
    const publicIds = [body.notices[0]?.publicId];
    const stranger = await api.person();
    for (const asker of [stranger, team]) {
      const answer = await asker.post('/api/v1/my/notices/readings', { publicIds });
      expect(answer.status).toBe(204);
    }
    expect(await team.get('/api/v1/my/notices')).toMatchObject({ body: { unread: 0 } });
    expect(await stranger.get('/api/v1/my/notices')).toMatchObject({ body: { notices: [], nextCursor: null } });
  });

  it('is written once, however often the submission is sent', async () => {
    const { body: draft } = await team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, form);
    const before = (await organiser.get<Page>(outbox)).body.messages.length;
    const headers = { 'idempotency-key': uuidv7() };
    await team.post(`/api/v1/entries/${draft.publicId}/submissions`, undefined, headers);
    await team.post(`/api/v1/entries/${draft.publicId}/submissions`, undefined, headers);
    expect((await organiser.get<Page>(outbox)).body.messages).toHaveLength(before + 1);
  });

  it('is found by state and by part of a name, an address or a subject, a page at a time', async () => {
    await submit('Third');
    const first = (await organiser.get<Page>(`${outbox}?limit=2&q=ann%20lead`)).body;
    expect(first.messages).toHaveLength(2);
    const second = (await organiser.get<Page>(`${outbox}?limit=2&q=ann%20lead&cursor=${first.nextCursor}`)).body;
    expect(second.messages.map(({ publicId }) => publicId)).not.toContain(first.messages[0]?.publicId);
    expect(first.counts).toEqual({ waiting: 3, held: 0, sending: 0, sent: 0, failed: 0 });
    expect((await organiser.get<Page>(`${outbox}?state=sent`)).body.messages).toEqual([]);
    expect((await organiser.get<Page>(`${outbox}?q=nobody@nowhere`)).body.messages).toEqual([]);
    expect((await organiser.get(`${outbox}?state=lost`)).status).toBe(400);
  });

  it('is held, released and sent again, each once and each in the ledger', async () => {
    const { publicId } = await newest();
    const act = (deed: string, headers = {}) => organiser.post(`${outbox}/${publicId}/${deed}`, undefined, headers);
    expect(await act('resend')).toMatchObject({ status: 409, body: { code: 'message-not-ready' } });
    const headers = { 'idempotency-key': uuidv7() };
    expect((await act('hold', headers)).status).toBe(204);
    expect((await act('hold', headers)).status).toBe(204);
    expect(await organiser.get(`${outbox}/${publicId}`)).toMatchObject({ body: { state: 'held', log: [] } });
    expect((await act('release')).status).toBe(204);
    await api.dataSource.query(`update outbox_messages set state = 'sent', sent_at = now() where public_id = $1`, [
      publicId,
    ]);
    expect((await act('resend')).status).toBe(204);
    expect(await organiser.get(`${outbox}/${publicId}`)).toMatchObject({ body: { state: 'waiting', attempts: 0 } });
    const events = await api.dataSource.query<{ kind: string }[]>(
      `select kind from ledger_events where kind like 'message-%' order by id`,
    );
    expect(events.map(({ kind }) => kind)).toEqual(['message-held', 'message-released', 'message-resent']);
  });

  it('is read by the office of its own edition alone, and steered by those who may', async () => {
    const { publicId } = await newest();
    expect((await secretary.get(outbox)).status).toBe(200);
    expect((await secretary.post(`${outbox}/${publicId}/hold`)).status).toBe(403);
    const other = await api.person({ role: 'organiser', editionId: await otherEdition() });
    for (const asker of [team, other]) {
      expect((await asker.get(outbox)).status).toBe(403);
      expect((await asker.get(`${outbox}/${publicId}`)).status).toBe(403);
      expect((await asker.post(`${outbox}/${publicId}/hold`)).status).toBe(403);
    }
    expect((await other.get(`/api/v1/editions/other/messages/${publicId}`)).status).toBe(404);
    expect((await other.post(`/api/v1/editions/other/messages/${publicId}/hold`)).status).toBe(404);
  });

  it('leaves an event for each reading by the office, without what was looked for', async () => {
    const { publicId } = await newest();
    await organiser.get(`${outbox}?q=ann`);
    await organiser.get(`${outbox}/${publicId}`);
    const rows = await api.dataSource.query<{ body: object }[]>(
      `select canonical::jsonb -> 'body' as body from ledger_events where kind = 'read' order by recorded_at desc, id desc limit 2`,
    );
    expect(rows.map(({ body }) => body)).toEqual([
      { what: 'message', message: publicId },
      { what: 'messages', isSearch: true, rows: 3 },
    ]);
  });

  it('has a preview of each template in both languages', async () => {
    const { body } = await organiser.get<{ templates: { key: string; texts: object }[] }>(
      `/api/v1/editions/${slug}/message-templates`,
    );
    expect(body.templates.map(({ key }) => key)).toContain('entry-deadline-reminder');
    for (const { texts } of body.templates) expect(Object.keys(texts)).toEqual(['zh', 'en']);
  });
});

describe('a deadline over HTTP', () => {
  it('is told to whoever has a draft', async () => {
    const { body: draft } = await team.post<{ publicId: string }>(`/api/v1/editions/${slug}/entries`, form);
    expect(await team.get('/api/v1/my/deadlines')).toMatchObject({
      status: 200,
      body: { deadlines: [{ publicId: draft.publicId, title: 'A quiet pump', edition: { slug } }] },
    });
  });
});

async function otherEdition(): Promise<string> {
  const templates = api.app.get(ContestTemplateService, { strict: false });
  const template = templates.read(xingyu);
  return (await templates.apply({ ...template, edition: { ...template.edition, slug: 'other' } })).editionId;
}
