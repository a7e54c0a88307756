import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { criterion, stageRules } from '../../../../../../test/builders/stage-rules.js';
import type { QueueLine, QueueStage } from '../assignments.js';

const origin = 'https://leitai.example';
const rules = stageRules({ rubric: { maximumTotal: '10', criteria: [criterion('innovation', '10')] } });
const line = (publicId: string, position: number, change: Partial<QueueLine> = {}) =>
  ({ publicId, position, title: publicId, state: 'draft', isChanged: false, ...change }) as QueueLine;
const stage = (...assignments: QueueLine[]) => ({ assignments }) as unknown as QueueStage;
const act = (signal = new AbortController().signal) => ({ language: 'zh' as const, signature: null, signal });

interface Stored {
  version: number;
  score: string;
}

/** The drafts that the server has, by assignment. */
let drafts: Record<string, Stored> = {};
/** Submitted elsewhere, by assignment. */
let submitted: Record<string, Stored> = {};
let reads: string[] = [];
/** While an answer is on its way. */
let meanwhile: () => void = () => undefined;
let isCut = false;

function assignmentOf(publicId: string): object {
  const [draft, revision] = [drafts[publicId], submitted[publicId]];
  return {
    publicId,
    rules,
    rulesHash: 'a',
    window: { isOpen: true },
    draft: draft
      ? { version: draft.version, updatedAt: '2026-11-28T00:00:00Z', scores: { innovation: draft.score } }
      : null,
    submitted: revision
      ? { revision: revision.version, submittedAt: '2026-11-27T00:00:00Z', scores: { innovation: revision.score } }
      : null,
  };
}

beforeAll(() => {
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const window = { sessionStorage: storage, localStorage: storage, location: { origin } };
  Object.assign(globalThis, { window: Object.assign(new EventTarget(), window) });
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  globalThis.fetch = (input) => {
    const { method, url } = input as Request;
    if (isCut || method !== 'GET') return Promise.reject(new TypeError('cut'));
    const publicId = url.slice(url.lastIndexOf('/') + 1);
    reads.push(publicId);
    const body = JSON.stringify(assignmentOf(publicId));
    meanwhile();
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }));
  };
});

async function modules() {
  const [device, kept, waiting, sheets] = await Promise.all([
    import('../../../device/device.js'),
    import('../kept-sheet.js'),
    import('../waiting-submission.js'),
    import('./check-sheets.js'),
  ]);
  return { device, ...kept, ...waiting, ...sheets };
}

beforeEach(async () => {
  const { device } = await modules();
  await device.openDevice('judge');
  [drafts, submitted, reads, meanwhile, isCut] = [{}, {}, [], () => undefined, false];
});

afterEach(async () => {
  const { device } = await modules();
  await device.wipeDevice();
});

const scoresOf = ({ allSubmissions }: Awaited<ReturnType<typeof modules>>) =>
  allSubmissions().map(([publicId, { body }]) => [publicId, body.scores['innovation']]);

describe('the summary of all sheets', () => {
  it('has what arrived while the server was answering, not what the answer lacks', async () => {
    const { checkSheets, keptSheet } = await modules();
    drafts['one'] = { version: 1, score: '5' };
    keptSheet.hold('one', { 'scores.innovation': '8' }, 1);
    // The draft arrives after the answer was made, and is kept here no more.
    meanwhile = () => {
      meanwhile = () => undefined;
      drafts['one'] = { version: 2, score: '8' };
      keptSheet.confirm('one', { 'scores.innovation': '8' }, 2);
    };
    const [checked] = await checkSheets(stage(line('one', 1)), 'zh');
    expect(checked?.readiness).toMatchObject({ kind: 'ready', body: { scores: { innovation: '8' } } });
    expect(reads).toEqual(['one', 'one']);
  });

  it('reads no sheet that nobody has touched', async () => {
    const { checkSheets } = await modules();
    const checked = await checkSheets(stage(line('one', 1, { state: 'untouched' })), 'zh');
    expect(checked.map(({ readiness }) => readiness.kind)).toEqual(['untouched']);
    expect(reads).toEqual([]);
  });
});

describe('the act for all sheets', () => {
  it('submits what the summary has shown; a sheet that has changed since is left to the judge', async () => {
    const all = await modules();
    for (const publicId of ['same', 'changed', 'replaced']) drafts[publicId] = { version: 1, score: '5' };
    const shown = await all.checkSheets(stage(line('same', 1), line('changed', 2), line('replaced', 3)), 'zh');
    drafts['changed'] = { version: 2, score: '9' };
    submitted['replaced'] = { version: 1, score: '7' };
    const now = await all.submitSheets(shown, act());
    expect(now.map(({ readiness }) => readiness.kind)).toEqual(['ready', 'altered', 'altered']);
    expect(scoresOf(all)).toEqual([['same', '5']]);
  });

  it('leaves a sheet alone for which two versions stand by then', async () => {
    const all = await modules();
    drafts['one'] = { version: 1, score: '5' };
    all.keptSheet.hold('one', { 'scores.innovation': '8' }, 1);
    const shown = await all.checkSheets(stage(line('one', 1)), 'zh');
    expect(shown[0]?.readiness).toMatchObject({ kind: 'ready', body: { scores: { innovation: '8' } } });
    drafts['one'] = { version: 2, score: '6' };
    const now = await all.submitSheets(shown, act());
    expect(now.map(({ readiness }) => readiness.kind)).toEqual(['choose']);
    expect(scoresOf(all)).toEqual([]);
  });

  it('without network decides what was read for the summary', async () => {
    const all = await modules();
    drafts['one'] = { version: 1, score: '5' };
    const shown = await all.checkSheets(stage(line('one', 1)), 'zh');
    isCut = true;
    const now = await all.submitSheets(shown, act());
    expect(now.map(({ readiness }) => readiness.kind)).toEqual(['ready']);
    expect(scoresOf(all)).toEqual([['one', '5']]);
  });

  it('decides nothing once the judge has gone back', async () => {
    const all = await modules();
    drafts['one'] = { version: 1, score: '5' };
    const shown = await all.checkSheets(stage(line('one', 1)), 'zh');
    const stop = new AbortController();
    meanwhile = () => stop.abort();
    expect(await all.submitSheets(shown, act(stop.signal))).toEqual([]);
    expect(scoresOf(all)).toEqual([]);
  });
});
