import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

interface Session {
  user: { preferences: object } | null;
}

describe('how a person reads and types', () => {
  it('is kept with the person, and is nothing but what the page offers', async () => {
    const person = await api.person();
    const kept = async () => (await person.get<Session>('/api/v1/session')).body.user?.preferences;
    const put = (body: object) => person.send('PUT', '/api/v1/session/preferences', { body });
    expect(await kept()).toEqual({ textSize: 100, singleKeys: true, entryShare: null });
    expect((await put({ textSize: 150, singleKeys: false, entryShare: 70 })).status).toBe(204);
    for (const textSize of [101, '150', null]) {
      expect((await put({ textSize, singleKeys: true, entryShare: null })).status).toBe(400);
    }
    for (const entryShare of [24, 71, 40.5, '40']) {
      expect((await put({ textSize: 125, singleKeys: true, entryShare })).status).toBe(400);
    }
    expect((await put({ singleKeys: null })).status).toBe(400);
    expect(await kept()).toEqual({ textSize: 150, singleKeys: false, entryShare: 70 });
    expect((await put({ textSize: 150, singleKeys: false, entryShare: null })).status).toBe(204);
    expect(await kept()).toMatchObject({ entryShare: null });
  });

  it('keeps what a change leaves out, so that two devices take nothing away from each other', async () => {
    const person = await api.person();
    const kept = async () => (await person.get<Session>('/api/v1/session')).body.user?.preferences;
    const changes = [{ textSize: 125 }, { entryShare: 40 }, { singleKeys: false }, {}];
    for (const body of changes) {
      expect((await person.send('PUT', '/api/v1/session/preferences', { body })).status).toBe(204);
    }
    expect(await kept()).toEqual({ textSize: 125, singleKeys: false, entryShare: 40 });
    await person.send('PUT', '/api/v1/session/preferences', { body: { entryShare: null } });
    expect(await kept()).toEqual({ textSize: 125, singleKeys: false, entryShare: null });
  });

  it('is nobody’s who has not signed in', async () => {
    const body = { textSize: 150, singleKeys: false, entryShare: null };
    expect((await api.anonymous().send('PUT', '/api/v1/session/preferences', { body })).status).toBe(401);
  });
});
