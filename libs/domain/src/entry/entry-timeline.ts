import type { EligibilityState } from '../eligibility/eligibility-state.js';

/** One stage in which an entry stands, as far as its team is told. */
export interface TimelineStage {
  readonly name: { readonly zh: string; readonly en: string };
  /** As planned until the window really opened. */
  readonly opensAt: Date;
  readonly hasOpened: boolean;
  /** As planned until the window really closed. */
  readonly closesAt: Date;
  readonly hasClosed: boolean;
  /** Whether the entry left it: retired, or did not appear. */
  readonly hasLeft: boolean;
  /** When the entry came into it. */
  readonly enteredAt: Date;
}

/**
 * What may be done with an entry now: nothing yet, before the deadline, by an extension of its own, late by the
 * edition's rule, or nothing any more.
 */
export type EntryPhase = 'early' | 'open' | 'extended' | 'late' | 'closed';

/** What is known of an entry's way; nothing of it is a forecast but the planned times. */
export interface TimelineFacts {
  readonly state: 'draft' | 'submitted' | 'withdrawn';
  readonly begunAt: Date;
  readonly submittedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** When the latest version came in; null of a draft. */
  readonly versionAt: Date | null;
  readonly window: {
    readonly opensAt: Date;
    /** Of this entry: an extension of its own is told of here. */
    readonly closesAt: Date;
    readonly phase: EntryPhase;
    /** Until when drafts are still taken and marked as late; null where none are. */
    readonly lateUntil: Date | null;
  };
  readonly eligibility: {
    readonly state: Exclude<EligibilityState, 'second-reading'>;
    readonly checkedAt: Date | null;
    readonly correctUntil: Date | null;
  };
  /** In the order of the stages. */
  readonly stages: readonly TimelineStage[];
  /** When a list of the edition was published that its stages count for; null before. */
  readonly publishedAt: Date | null;
}

export type TimelineStepKey =
  'draft' | 'submitted' | 'check' | 'correction' | 'eligible' | 'review' | 'result' | 'withdrawn';

export interface TimelineStep {
  readonly step: TimelineStepKey;
  /** `stopped`: the way ends here. */
  readonly state: 'done' | 'current' | 'coming' | 'stopped';
  /** When it happened, or as planned; null where nobody knows yet. */
  readonly at: Date | null;
  /** Whether `at` is a plan, which may be moved. */
  readonly isPlanned: boolean;
  /** Until when something is open; null where nothing is, or nobody has said. */
  readonly until: Date | null;
  readonly stage: { readonly zh: string; readonly en: string } | null;
}

export type NextStepKey =
  | 'not-open'
  | 'submit'
  | 'submit-late'
  | 'too-late'
  | 'await-check'
  | 'correct'
  | 'correction-over'
  | 'not-eligible'
  | 'await-stage'
  | 'await-review'
  | 'in-review'
  | 'left'
  | 'await-result'
  | 'result'
  | 'withdrawn';

export interface NextStep {
  readonly key: NextStepKey;
  /** The moment that its sentence names; null where it names none. */
  readonly at: Date | null;
}

export interface EntryTimeline {
  readonly steps: readonly TimelineStep[];
  readonly next: NextStep;
  /** Until when the team may still change or withdraw what it submitted; null once it may not. */
  readonly changeableUntil: Date | null;
}

type Given = Partial<Omit<TimelineStep, 'step' | 'state'>>;

const step = (key: TimelineStepKey, state: TimelineStep['state'], given: Given = {}): TimelineStep => ({
  ...{ step: key, state, at: null, isPlanned: false, until: null, stage: null },
  ...given,
});
const coming = (...keys: TimelineStepKey[]) => keys.map((key) => step(key, 'coming'));

/** An entry's way from its draft to the result: what has happened with its time, what goes on, what is to come. */
export function entryTimeline(facts: TimelineFacts): EntryTimeline {
  const changeableUntil = facts.state === 'submitted' ? openUntil(facts) : null;
  return { steps: stepsOf(facts), next: nextOf(facts), changeableUntil };
}

/** Until when the entry can be written to; null where it cannot. */
function openUntil({ window: { phase, closesAt, lateUntil } }: TimelineFacts): Date | null {
  if (phase === 'late') return lateUntil;
  return phase === 'open' || phase === 'extended' ? closesAt : null;
}

function stepsOf(facts: TimelineFacts): TimelineStep[] {
  const { state, window, begunAt, submittedAt, withdrawnAt } = facts;
  if (state === 'draft') {
    const isOver = window.phase === 'closed';
    const until = openUntil(facts) ?? window.closesAt;
    const draft = step('draft', isOver ? 'stopped' : 'current', { at: begunAt, until });
    return isOver ? [draft] : [draft, ...coming('submitted', 'check', 'eligible', 'review', 'result')];
  }
  const sent = [step('draft', 'done', { at: begunAt }), step('submitted', 'done', { at: submittedAt })];
  const checks = checkSteps(facts);
  if (state === 'withdrawn') {
    const done = checks.filter((one) => one.state === 'done');
    return [...sent, ...done, step('withdrawn', 'stopped', { at: withdrawnAt })];
  }
  const isStopped = checks.some((one) => one.state === 'stopped');
  return [...sent, ...checks, ...(isStopped ? [] : reviewSteps(facts))];
}

function checkSteps({ eligibility, stages, versionAt }: TimelineFacts): TimelineStep[] {
  const { state, checkedAt, correctUntil } = eligibility;
  const checked = step('check', 'done', { at: checkedAt });
  const [first] = stages;
  // Direct entries stand in a stage without a check.
  if (first) {
    const passed = checkedAt === null ? [] : [checked];
    return [...passed, step('eligible', 'done', { at: checkedAt ?? first.enteredAt })];
  }
  switch (state) {
    case 'unchecked':
      return [step('check', 'current'), ...coming('eligible')];
    case 'passed':
      return [checked, step('eligible', 'done', { at: checkedAt })];
    case 'failed':
      return [checked, step('eligible', 'stopped', { at: checkedAt })];
    case 'needs-correction':
      return [checked, step('correction', 'current', { until: correctUntil }), ...coming('eligible')];
    case 'overdue':
      return [checked, step('correction', 'stopped', { until: correctUntil })];
    case 'corrected':
      return [
        ...[checked, step('correction', 'done', { at: versionAt })],
        ...[step('check', 'current'), ...coming('eligible')],
      ];
  }
}

function reviewSteps({ stages, publishedAt }: TimelineFacts): TimelineStep[] {
  const reviews = stages.map((stage) => {
    const { name, opensAt, hasOpened, closesAt, hasClosed, hasLeft } = stage;
    const given = { at: opensAt, isPlanned: !hasOpened, until: closesAt, stage: name };
    return step('review', hasLeft ? 'stopped' : hasClosed ? 'done' : hasOpened ? 'current' : 'coming', given);
  });
  if (reviews.some(({ state }) => state === 'stopped')) return reviews;
  const result = publishedAt === null ? step('result', 'coming') : step('result', 'done', { at: publishedAt });
  return [...(reviews.length === 0 ? coming('review') : reviews), result];
}

function nextOf(facts: TimelineFacts): NextStep {
  const { state, window, stages, publishedAt } = facts;
  const next = (key: NextStepKey, at: Date | null = null): NextStep => ({ key, at });
  if (state === 'withdrawn') return next('withdrawn', facts.withdrawnAt);
  if (state === 'draft') {
    if (window.phase === 'early') return next('not-open', window.opensAt);
    if (window.phase === 'late') return next('submit-late', window.lateUntil);
    return next(window.phase === 'closed' ? 'too-late' : 'submit', window.closesAt);
  }
  const stage = stages.at(-1);
  if (!stage) return nextOfCheck(facts);
  if (stage.hasLeft) return next('left');
  if (publishedAt !== null) return next('result', publishedAt);
  if (!stage.hasOpened) return next('await-review', stage.opensAt);
  return stage.hasClosed ? next('await-result') : next('in-review', stage.closesAt);
}

function nextOfCheck({ eligibility: { state, correctUntil } }: TimelineFacts): NextStep {
  switch (state) {
    case 'unchecked':
    case 'corrected':
      return { key: 'await-check', at: null };
    case 'needs-correction':
      return { key: 'correct', at: correctUntil };
    case 'overdue':
      return { key: 'correction-over', at: correctUntil };
    case 'failed':
      return { key: 'not-eligible', at: null };
    case 'passed':
      return { key: 'await-stage', at: null };
  }
}
