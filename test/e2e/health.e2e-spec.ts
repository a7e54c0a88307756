import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startApi, type TestApi } from '../builders/api.js';

jest.setTimeout(60_000);

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
