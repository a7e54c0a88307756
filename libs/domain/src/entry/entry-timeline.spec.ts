import { describe, expect, it } from '@jest/globals';
import { entryTimeline, type TimelineFacts, type TimelineStage } from './entry-timeline.js';

const day = (number: number) => new Date(Date.UTC(2026, 9, number));
const name = { zh: '初赛', en: 'Preliminary' };
const open = { opensAt: day(1), closesAt: day(10), phase: 'open' as const, lateUntil: day(11) };
const shut = { ...open, phase: 'closed' as const };
const draft: TimelineFacts = {
  ...{ state: 'draft', begunAt: day(2), submittedAt: null, withdrawnAt: null, versionAt: null, window: open },
  eligibility: { state: 'unchecked', checkedAt: null, correctUntil: null },
  ...{ stages: [], publishedAt: null },
};
const submitted: TimelineFacts = { ...draft, state: 'submitted', submittedAt: day(3), versionAt: day(3) };
const checked = (state: TimelineFacts['eligibility']['state'], correctUntil: Date | null = null) => ({
  ...{ ...submitted, window: shut, versionAt: day(14) },
  eligibility: { state, checkedAt: day(12), correctUntil },
});
const stage: TimelineStage = {
  ...{ name, opensAt: day(15), hasOpened: false, closesAt: day(20), hasClosed: false },
  ...{ hasLeft: false, enteredAt: day(13) },
};
const words = (facts: TimelineFacts) => entryTimeline(facts).steps.map(({ step, state }) => `${step} ${state}`);

describe('the timeline of an entry', () => {
  it('says of a draft until when it can be submitted, and promises no time for what follows', () => {
    const { steps, next } = entryTimeline(draft);
    expect(next).toEqual({ key: 'submit', at: day(10) });
    expect(steps[0]).toMatchObject({ step: 'draft', state: 'current', at: day(2), until: day(10) });
    expect(steps.slice(1).every(({ at, until }) => at === null && until === null)).toBe(true);
  });

  it('says of a draft that was never submitted that it is too late, and of one before the window when it opens', () => {
    expect(words({ ...draft, window: shut })).toEqual(['draft stopped']);
    expect(entryTimeline({ ...draft, window: shut }).next).toEqual({ key: 'too-late', at: day(10) });
    const early = { ...draft, window: { ...shut, phase: 'early' as const } };
    expect(entryTimeline(early).next).toEqual({ key: 'not-open', at: day(1) });
  });

  it('lets a submitted entry be changed until the deadline and not after', () => {
    expect(entryTimeline(submitted).changeableUntil).toEqual(day(10));
    expect(entryTimeline({ ...submitted, window: shut }).changeableUntil).toBeNull();
    expect(words(submitted)).toEqual([
      ...['draft done', 'submitted done', 'check current', 'eligible coming', 'review coming', 'result coming'],
    ]);
  });

  it('lets a late draft be submitted, and what was submitted late be changed, until the time of the rule', () => {
    const window = { ...open, phase: 'late' as const };
    expect(entryTimeline({ ...draft, window }).next).toEqual({ key: 'submit-late', at: day(11) });
    expect(entryTimeline({ ...draft, window }).steps[0]?.until).toEqual(day(11));
    expect(entryTimeline({ ...submitted, window }).changeableUntil).toEqual(day(11));
  });

  it('shows a correction only where one was asked for, and a second check after it', () => {
    const asked = checked('needs-correction', day(16));
    expect(words(asked).slice(2, 4)).toEqual(['check done', 'correction current']);
    expect(entryTimeline(asked).next).toEqual({ key: 'correct', at: day(16) });
    const corrected = entryTimeline(checked('corrected'));
    expect(corrected.steps.slice(2, 5).map(({ step, state, at }) => [step, state, at])).toEqual([
      ['check', 'done', day(12)],
      ['correction', 'done', day(14)],
      ['check', 'current', null],
    ]);
    expect(words(checked('overdue', day(13))).at(-1)).toBe('correction stopped');
  });

  it('ends where an entry is found not eligible, is withdrawn or leaves its stage', () => {
    expect(words(checked('failed')).at(-1)).toBe('eligible stopped');
    const withdrawn = { ...submitted, state: 'withdrawn' as const, withdrawnAt: day(4) };
    expect(entryTimeline(withdrawn)).toMatchObject({ next: { key: 'withdrawn', at: day(4) }, changeableUntil: null });
    expect(words(withdrawn)).toEqual(['draft done', 'submitted done', 'withdrawn stopped']);
    const left = { ...checked('passed'), stages: [{ ...stage, hasOpened: true, hasLeft: true }] };
    expect(words(left).at(-1)).toBe('review stopped');
    expect(entryTimeline(left).next.key).toBe('left');
  });

  it('goes through a stage from its plan to its end, and to a published result', () => {
    const next = (changes: Partial<TimelineStage>, publishedAt: Date | null = null) =>
      entryTimeline({ ...checked('passed'), stages: [{ ...stage, ...changes }], publishedAt }).next;
    expect(entryTimeline(checked('passed')).next).toEqual({ key: 'await-stage', at: null });
    expect(next({})).toEqual({ key: 'await-review', at: day(15) });
    expect(next({ hasOpened: true })).toEqual({ key: 'in-review', at: day(20) });
    expect(next({ hasOpened: true, hasClosed: true })).toEqual({ key: 'await-result', at: null });
    expect(next({ hasOpened: true, hasClosed: true }, day(22))).toEqual({ key: 'result', at: day(22) });
  });

  it('takes a direct entry, which nobody checked, as eligible from when it entered its stage', () => {
    const { steps } = entryTimeline({ ...submitted, stages: [stage] });
    expect(steps[2]).toMatchObject({ step: 'eligible', state: 'done', at: day(13) });
  });
});
