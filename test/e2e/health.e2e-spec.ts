import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api?.close());

describe('health', () => {
  it('is live without a session', async () => {
    const answer = await api.anonymous().get('/health/live');
    expect(answer).toMatchObject({ status: 200, body: { status: 'up' } });
  });

  it('is ready on a migrated database', async () => {
    const answer = await api.anonymous().get('/health/ready');
    expect(answer).toMatchObject({ status: 200, body: { database: 'up', schema: 'up' } });
  });
});
