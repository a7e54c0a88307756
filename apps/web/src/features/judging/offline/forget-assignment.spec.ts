import 'fake-indexeddb/auto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import type { Schemas } from '../../../api/client.js';

const body = { scores: { novelty: '7' }, comments: {}, rulesHash: 'a' };
const stageOf = (...publicIds: string[]) =>
  ({
    stages: [
      {
        ...{ edition: { slug: 'goe-open' }, stage: { key: 'preliminary' }, window: { isOpen: true } },
        assignments: publicIds.map((publicId) => ({ publicId, isUnlocked: false })),
      },
    ],
  }) as unknown as Schemas['JudgeQueueDto'];

beforeAll(() => {
  const sessionStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const window = { sessionStorage, localStorage: sessionStorage, location: { origin: 'https://leitai.example' } };
  Object.assign(globalThis, { window: Object.assign(new EventTarget(), window) });
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
});

/** One after the other: the loader of the tests does not take them all at once. */
async function modules() {
  const device = await import('../../../device/device.js');
  const prepared = await import('../../../device/prepared.js');
  const names = await import('./prepared-names.js');
  const waiting = await import('../waiting-submission.js');
  const sheet = await import('../kept-sheet.js');
  const problem = await import('../../../api/problem.js');
  const forget = await import('./forget-assignment.js');
  const taken = await import('./forget-taken.js');
  const preparation = await import('./preparation.js');
  return { device, prepared, names, waiting, sheet, problem, forget, taken, preparation };
}

/** A device with two entries ready, for the first of which the judge has given scores and decided to submit them. */
beforeEach(async () => {
  const { device, prepared, names, waiting, sheet } = await modules();
  await device.openDevice('judge');
  await prepared.keepAnswer(names.queueName, {});
  for (const id of ['one', 'two']) {
    await prepared.keepAnswer(names.assignmentName(id), {});
    await prepared.keepAnswer(names.entryName(id), {});
    await prepared.keepPage(names.pageName(id, 'file', 1), new Blob(['x']));
  }
  await prepared.keepAnswer(names.stageName('goe-open', 'preliminary'), {
    ...{ size: { bytes: 2, pages: 2, missing: 0 }, assignments: ['one', 'two'] },
  });
  sheet.keptSheet.hold('one', { 'scores.novelty': '7' }, 0, 0);
  waiting.intend('one', body, 0);
});

afterEach(async () => (await modules()).device.wipeDevice());

const refusedWith = async (code: string) => {
  const { forget, problem } = await modules();
  const client = new QueryClient();
  client.setQueryData(['my-assignments'], stageOf('one', 'two'));
  client.setQueryData(['session'], {});
  await forget.heedRefusal(client, 'one', new problem.ApiProblem(code, 409, null));
  return client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[0]);
};
const namesHere = async () => {
  const { prepared } = await modules();
  return [...(await prepared.preparedNames('answers')), ...(await prepared.preparedNames('pages'))].sort((a, b) =>
    a.localeCompare(b),
  );
};
const readyOf = async () => {
  const { prepared, names } = await modules();
  const stage = await prepared.readAnswer<{ assignments: string[] }>(names.stageName('goe-open', 'preliminary'));
  return stage?.assignments;
};
const ofTheOther = ['queue', 'stage/goe-open/preliminary', 'two/assignment', 'two/entry', 'two/file/1'];
const given = async () => {
  const { waiting, sheet } = await modules();
  return [sheet.keptSheet.read('one')?.value, waiting.readSubmission('one')?.body];
};

describe('a refusal of an entry that is prepared on the device', () => {
  it('leaves the scores and what waits, and nothing of the entry, while an ordered recusal awaits its second person', async () => {
    expect(await refusedWith('assignment-suspended')).toEqual(['session']);
    expect(await namesHere()).toEqual(ofTheOther);
    expect(await readyOf()).toEqual(['two']);
    expect(await given()).toEqual([{ 'scores.novelty': '7' }, body]);
  });

  it('leaves nothing of the entry, of its scores and of what waits once the judge is recused', async () => {
    expect(await refusedWith('assignment-recused')).toEqual(['session']);
    expect(await namesHere()).toEqual(ofTheOther);
    expect(await given()).toEqual([undefined, undefined]);
  });

  it('changes nothing here where it says nothing of a recusal', async () => {
    expect(await refusedWith('window-not-open')).toEqual(['my-assignments', 'session']);
    expect(await readyOf()).toEqual(['one', 'two']);
    expect(await given()).toEqual([{ 'scores.novelty': '7' }, body]);
  });
});

describe('a stage that is ready for offline', () => {
  it('is so no more for an entry that left it and comes back, in an open page too', async () => {
    const { taken, preparation } = await modules();
    const open = preparation.preparationOf('goe-open', 'preliminary');
    await new Promise<void>((resolve) => {
      const end = open.subscribe(() => {
        end();
        resolve();
      });
    });
    expect(open.read()).toMatchObject({ kind: 'ready', assignments: ['one', 'two'] });
    await taken.forgetTaken(stageOf('two'));
    expect(await namesHere()).toEqual(ofTheOther);
    await taken.forgetTaken(stageOf('one', 'two'));
    await open.renew();
    expect(open.read()).toMatchObject({ kind: 'ready', assignments: ['two'] });
    expect(await given()).toEqual([{ 'scores.novelty': '7' }, body]);
  });
});
