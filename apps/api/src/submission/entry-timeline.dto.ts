import type { EntryTimeline, TimelineStep } from '#domain';
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

export class EntryTimelineDto {
  steps: TimelineStepDto[];
  next: NextStepDto;
  /** Until when the team may still change or withdraw what it submitted; null once it may not. */
  changeableUntil: string | null;
  /** Public id of the published list that the entry's stage is on; null before there is one. */
  list: string | null;

  static from({ steps, next, changeableUntil }: EntryTimeline, list: string | undefined): EntryTimelineDto {
    return {
      steps: steps.map((step) => TimelineStepDto.from(step)),
      next: { key: next.key, at: next.at?.toISOString() ?? null },
      changeableUntil: changeableUntil?.toISOString() ?? null,
      list: list ?? null,
    };
  }
}
