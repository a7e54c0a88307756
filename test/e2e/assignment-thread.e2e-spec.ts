import { describe, expect, it, jest } from '@jest/globals';
import { assign, type AssignmentAnswer, type AssignmentJob } from '../../libs/judging/src/assignment/assign.js';
import type { AssignmentLimits } from '../../libs/judging/src/assignment/assign-apart.js';
import { inventedContest } from '../builders/invented-contest.js';

jest.setTimeout(120_000);

interface Built {
  readonly assignApart: (
    job: AssignmentJob,
    limits?: AssignmentLimits,
    signal?: AbortSignal,
  ) => Promise<AssignmentAnswer>;
}

/** The built module: run from its sources it makes no thread. */
const built = new URL('../../dist/libs/judging/src/assignment/assign-apart.js', import.meta.url).href;

const size = { judgesWanted: 5, topics: 30, conflicts: 700, preferences: 1800 };
const problem = inventedContest({ ...size, entries: 300, judges: 60 });
const large = inventedContest({ ...size, entries: 3000, judges: 600 });

describe('an assignment in a thread of its own', () => {
  it('gives the plan that is computed here, while this process goes on', async () => {
    const { assignApart } = (await import(built)) as Built;
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const outcome = await assignApart({ problem, gapWanted: 0 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(outcome).toEqual(await assign({ problem, gapWanted: 0 }));
  });

  it.each([
    ['time', { patienceMs: 400, mostGrowth: 2_000_000_000 }, /stopped at its limit of 0 s/],
    ['memory', { patienceMs: 60_000, mostGrowth: 25_000_000 }, /stopped at its limit of 25 MB of memory/],
  ])('is stopped at its limit of %s, and says so', async (_name, limits, message) => {
    const { assignApart } = (await import(built)) as Built;
    await expect(assignApart({ problem: large, gapWanted: 0 }, limits)).rejects.toThrow(message);
  });

  it('ends with the run: who gives it up stops its thread', async () => {
    const { assignApart } = (await import(built)) as Built;
    const giving = new AbortController();
    const planning = assignApart({ problem: large, gapWanted: 0 }, undefined, giving.signal);
    const given = new Promise((resolve) => setTimeout(resolve, 500)).then(() => giving.abort(new Error('cancelled')));
    await expect(planning).rejects.toThrow('cancelled');
    await given;
    // A solver that went on would take a whole processor.
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { user } = process.cpuUsage(before);
    expect(user).toBeLessThan(200_000);
  });

  it('says why a problem is unsound', async () => {
    const { assignApart } = (await import(built)) as Built;
    const unsound = { ...problem, conflicts: [{ entry: 'nobody', judge: 'nobody' }] };
    await expect(assignApart({ problem: unsound, gapWanted: 0 })).rejects.toThrow(/conflicts: no entry nobody/);
  });
});
