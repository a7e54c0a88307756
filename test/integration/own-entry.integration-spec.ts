import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';
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
