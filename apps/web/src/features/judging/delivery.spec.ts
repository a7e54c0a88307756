import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

const origin = 'https://leitai.example';
const body = { scores: {}, comments: {}, rulesHash: 'a' };
let tries: string[] = [];
/** What the line and the server make of a request; null where no answer comes. */
let answerWith: (() => Response) | null = null;

beforeAll(() => {
  const sessionStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const window = { sessionStorage, localStorage: sessionStorage, location: { origin }, ...new EventTarget() };
  Object.assign(globalThis, { window: Object.assign(new EventTarget(), window) });
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  globalThis.fetch = (input) => {
    tries.push((input as Request).headers.get('Idempotency-Key') ?? '');
    return answerWith ? Promise.resolve(answerWith()) : Promise.reject(new TypeError('cut'));
  };
});

async function modules() {
  const [device, waiting, delivery] = await Promise.all([
    import('../../device/device.js'),
    import('./waiting-submission.js'),
    import('./delivery.js'),
  ]);
  return { device, waiting, delivery };
}

beforeEach(async () => {
  const { device } = await modules();
  await device.openDevice('judge');
  tries = [];
});

afterEach(async () => {
  jest.useRealTimers();
  const { device } = await modules();
  await device.wipeDevice();
});

describe('submissions that are on their way', () => {
  it('all wait where the line is cut for the first', async () => {
    const { waiting, delivery } = await modules();
    answerWith = null;
    waiting.intend('one', body, 0);
    waiting.intend('two', body, 0);
    const end = delivery.startDelivery();
    await delivery.deliver();
    end();
    expect(tries).toHaveLength(1);
    expect(waiting.allSubmissions().map(([, { state }]) => state)).toEqual(['waiting', 'waiting']);
  });

  it('that came late over an earlier revision leave the place at the office free, and stay on the device', async () => {
    const [{ waiting, delivery }, { keptSheet }] = await Promise.all([modules(), import('./kept-sheet.js')]);
    const codes = ['deadline-passed', 'revision-stale'];
    answerWith = () =>
      new Response(JSON.stringify({ code: codes.shift(), title: 'x' }), {
        ...{ status: 412, headers: { 'content-type': 'application/problem+json' } },
      });
    waiting.intend('one', { ...body, scores: { novelty: '8' } }, 1);
    await delivery.deliver();
    expect(codes).toEqual([]);
    expect(waiting.readSubmission('one')).toMatchObject({ state: 'refused', problem: { code: 'revision-stale' } });
    expect(keptSheet.read('one')).toMatchObject({ revision: 1 });
    waiting.forgetSubmission('one');
  });

  it('are kept where the judge has to declare interests first, and sent with the same key after the declaration', async () => {
    const { waiting, delivery } = await modules();
    const problem = JSON.stringify({ code: 'declaration-owed', title: 'x' });
    answerWith = () => new Response(problem, { status: 403, headers: { 'content-type': 'application/problem+json' } });
    waiting.intend('one', body, 0);
    waiting.intend('two', body, 0);
    const end = delivery.startDelivery();
    await delivery.deliver();
    expect(waiting.allSubmissions().map(([, { state }]) => state)).toEqual(['waiting', 'waiting']);
    const asked = [...tries];
    expect(asked).toHaveLength(2);
    answerWith = () => Response.json({ revision: 1, total: '80', receipt: 'ab', submittedAt: '2026-11-28T00:00:00Z' });
    await delivery.deliver();
    end();
    expect(waiting.allSubmissions().map(([, { state }]) => state)).toEqual(['delivered', 'delivered']);
    expect(tries).toEqual([...asked, ...asked]);
  });

  it('are not tried again by themselves once the session has ended, but when somebody has signed in', async () => {
    const { waiting, delivery } = await modules();
    const problem = JSON.stringify({ code: 'not-signed-in', title: 'x' });
    answerWith = () => new Response(problem, { status: 401, headers: { 'content-type': 'application/problem+json' } });
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    waiting.intend('one', body, 0);
    const end = delivery.startDelivery();
    await delivery.deliver();
    expect(tries).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
    window.dispatchEvent(new Event('online'));
    await delivery.deliver();
    expect(new Set(tries).size).toBe(1);
    expect(tries).toHaveLength(2);
    end();
  });
});
