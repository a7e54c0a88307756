import type { Page } from 'playwright-core';
import { entryTimeline, type TimelineFacts } from '#domain';
import { at, later, type Schemas } from './answers.js';

const [then, until] = [new Date(at), new Date(later)];
/** When it was checked, and until when a correction was waited for that never came. */
const checkedAt = new Date('2026-11-25T03:00:00.000Z');
export const over = new Date('2026-11-27T15:59:59.000Z');
const window: TimelineFacts['window'] = {
  ...{ opensAt: new Date('2026-11-01T01:00:00.000Z'), closesAt: until, phase: 'open', lateUntil: null },
};
const unchecked: TimelineFacts['eligibility'] = { state: 'unchecked', checkedAt: null, correctUntil: null };
/** What is still waited for is waited for after entries have closed: till then the form is open anyway. */
const closed: TimelineFacts['window'] = { ...window, closesAt: new Date('2026-11-24T15:59:59.000Z'), phase: 'closed' };
const sent: TimelineFacts = {
  ...{ state: 'submitted', begunAt: then, submittedAt: then, versionAt: then, withdrawnAt: null },
  ...{ window, eligibility: unchecked, stages: [], publishedAt: null },
};
const facts = {
  draft: { ...sent, state: 'draft', submittedAt: null, versionAt: null },
  submitted: sent,
  closed: { ...sent, window: closed },
  'needs-correction': {
    ...{ ...sent, window: closed },
    eligibility: { state: 'needs-correction', checkedAt, correctUntil: until },
  },
  overdue: { ...sent, window: closed, eligibility: { state: 'overdue', checkedAt, correctUntil: over } },
  withdrawn: { ...sent, state: 'withdrawn', withdrawnAt: then },
} satisfies Record<string, TimelineFacts>;

export type EntryStanding = keyof typeof facts;

/** Has the server tell the way of an entry that stands so, in the demo's rules of what comes next. */
export async function standing(page: Page, as: EntryStanding): Promise<void> {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  const { steps, next, changeableUntil } = entryTimeline(facts[as]);
  const json: Schemas['EntryTimelineDto'] = {
    steps: steps.map((step) => ({ ...step, at: iso(step.at), until: iso(step.until) })),
    next: { ...next, at: iso(next.at) },
    changeableUntil: iso(changeableUntil),
    ...{ list: null, isLate: false, lateHours: 0, extension: null },
  };
  await page.route('**/api/v1/entries/*/timeline', (route) => route.fulfill({ json }));
}
