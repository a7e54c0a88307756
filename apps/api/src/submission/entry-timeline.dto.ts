import type { TimelineStep } from '#domain';
import type { OwnOutcome } from '#results';
import type { OwnTimeline } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class TimelineStepDto {
  step: 'draft' | 'submitted' | 'check' | 'correction' | 'eligible' | 'review' | 'result' | 'withdrawn';
  /** `stopped`: the way ends here. */
  state: 'done' | 'current' | 'coming' | 'stopped';
  /** When it happened, or as planned; null where nobody knows yet. */
  at: string | null;
  /** Whether `at` is a plan, which may be moved. */
  isPlanned: boolean;
  /** Until when something is open; null where nothing is, or nobody has said. */
  until: string | null;
  /** Name of the stage of a review. */
  stage: NameDto | null;

  static from({ at, until, ...step }: TimelineStep): TimelineStepDto {
    return { ...step, at: at?.toISOString() ?? null, until: until?.toISOString() ?? null };
  }
}

export class NextStepDto {
  key:
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
  /** The moment that its sentence names; null where it names none. */
  at: string | null;
}

export class OwnExtensionDto {
  until: string;
  /** As the office wrote it. */
  reason: string;
}

export class EntryTimelineDto {
  steps: TimelineStepDto[];
  next: NextStepDto;
  /** Until when the team may still change or withdraw what it submitted; null once it may not. */
  changeableUntil: string | null;
  /** Public id of the published list that the entry's stage is on; null before there is one. */
  list: string | null;
  /** Whether it was submitted after the deadline, by the edition's rule. */
  isLate: boolean;
  /** For how many hours after the deadline drafts are still taken and marked; 0: none. */
  lateHours: number;
  /** The latest extension that the office has granted. */
  extension: OwnExtensionDto | null;

  static from(timeline: OwnTimeline, list: string | undefined): EntryTimelineDto {
    const { steps, next, changeableUntil, isLate, lateHours, extension } = timeline;
    return {
      ...{ isLate, lateHours },
      extension: extension && { reason: extension.reason, until: extension.until.toISOString() },
      steps: steps.map((step) => TimelineStepDto.from(step)),
      next: { key: next.key, at: next.at?.toISOString() ?? null },
      changeableUntil: changeableUntil?.toISOString() ?? null,
      list: list ?? null,
    };
  }
}

export class EntryOutcomeDto {
  /** Public id of the published list. */
  list: string;
  /** Version of the list, from 1. */
  number: number;
  publishedAt: string;
  stage: NameDto;
  tier: NameDto;
}

export class EntryOutcomesDto {
  /** Places on the newest published lists; empty where there is none, or it does not name the entry. */
  outcomes: EntryOutcomeDto[];

  static from(outcomes: readonly OwnOutcome[]): EntryOutcomesDto {
    return { outcomes: outcomes.map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })) };
  }
}
