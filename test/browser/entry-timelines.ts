import type { Page } from 'playwright-core';
import { entryTimeline, type TimelineFacts } from '#domain';
import { at, later, type Schemas } from './answers.js';

const [then, until] = [new Date(at), new Date(later)];
const window: TimelineFacts['window'] = {
  ...{ opensAt: new Date('2026-11-01T01:00:00.000Z'), closesAt: until, phase: 'open', lateUntil: null },
};
const unchecked: TimelineFacts['eligibility'] = { state: 'unchecked', checkedAt: null, correctUntil: null };
const returned = { checkedAt: then, correctUntil: until };
const sent: TimelineFacts = {
  ...{ state: 'submitted', begunAt: then, submittedAt: then, versionAt: then, withdrawnAt: null },
  ...{ window, eligibility: unchecked, stages: [], publishedAt: null },
};
const facts = {
  draft: { ...sent, state: 'draft', submittedAt: null, versionAt: null },
  submitted: sent,
  closed: { ...sent, window: { ...window, phase: 'closed' } },
  'needs-correction': { ...sent, eligibility: { state: 'needs-correction', ...returned } },
  overdue: { ...sent, eligibility: { state: 'overdue', ...returned } },
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
