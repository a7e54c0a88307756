import { ApiProperty } from '@nestjs/swagger';
import {
  type EligibilityDecision,
  type EligibilityOutcome,
  type EligibilityState,
  type TranslationState,
  translationStates,
} from '#domain';
import type { AdmissionLine, CheckedEntry, Consequence, EligibilityPage, OwnEligibility, PastCheck } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { FormProblemDto } from './form.dto.js';
import { EntryTranslationDto } from './translation.dto.js';
import { EligibilityItemDto, NoteDto } from './eligibility.dto.js';

export class StateCountDto {
  state: EligibilityState;
  count: number;
}

export class QueuedTrackDto {
  name: NameDto;
}

export class QueuedEntryDto {
  publicId: string;
  number: number;
  title: string;
  language: 'zh' | 'en';
  /** How the translation into its other language stands. */
  @ApiProperty({ enum: translationStates })
  translation: TranslationState;
  track: QueuedTrackDto;
  version: number;
  state: EligibilityState;
  isAdmitted: boolean;
  correctUntil: string | null;
  /** What this reader could decide now. */
  decisions: EligibilityDecision[];
}

export class EligibilityPageDto {
  /** Of all states, whichever is shown. */
  counts: StateCountDto[];
  entries: QueuedEntryDto[];
  /** Null on the last page. */
  nextAfter: number | null;

  static from({ counts, entries, nextAfter }: EligibilityPage): EligibilityPageDto {
    return {
      counts: counts.map((count) => ({ ...count })),
      entries: entries.map((entry) => ({
        ...entry,
        track: { name: { ...entry.track.name } },
        correctUntil: entry.correctUntil?.toISOString() ?? null,
        decisions: [...entry.decisions],
      })),
      nextAfter,
    };
  }
}

export class CheckedPointDto extends EligibilityItemDto {
  isMet: boolean;
}

export class PastCheckDto {
  number: number;
  outcome: EligibilityOutcome;
  version: number;
  checklist: CheckedPointDto[];
  reasons: EligibilityItemDto[];
  note: NoteDto | null;
  correctUntil: string | null;
  checkedBy: string | null;
  at: string;

  static from({ checklist, reasons, correctUntil, at, ...check }: PastCheck): PastCheckDto {
    return {
      ...check,
      checklist: checklist.map((point) => ({ ...point })),
      reasons: reasons.map((reason) => ({ ...reason })),
      correctUntil: correctUntil?.toISOString() ?? null,
      at: at.toISOString(),
    };
  }
}

export class AnswerChangeDto {
  key: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] })
  change: 'added' | 'removed' | 'changed';
  /** Value of the version that was read; absent where versions hold no plain one. */
  before?: unknown;
  after?: unknown;
}

export class CheckedEntryDto {
  publicId: string;
  number: number;
  version: number;
  state: EligibilityState;
  isAdmitted: boolean;
  entryState: 'submitted' | 'withdrawn';
  decisions: EligibilityDecision[];
  /** Core answers with names in place of keys, and the people. */
  answers: Record<string, unknown>;
  translation: EntryTranslationDto;
  form: Record<string, unknown>;
  formAnswers: Record<string, unknown>;
  /** The latest first. */
  checks: PastCheckDto[];
  /** Since the version that was read last. */
  changes: AnswerChangeDto[];

  static from(checked: CheckedEntry): CheckedEntryDto {
    const { decisions, answers, translation, form, formAnswers, checks, changes, ...entry } = checked;
    return {
      ...entry,
      translation: EntryTranslationDto.from(translation),
      decisions: [...decisions],
      answers: { ...answers },
      form: { ...form },
      formAnswers: { ...formAnswers },
      checks: checks.map((check) => PastCheckDto.from(check)),
      changes: changes.map((change) => ({ ...change })),
    };
  }
}

export class ConsequenceDto {
  publicId: string;
  number: number;
  title: string;
  from: EligibilityState;
  /** Null where it is refused. */
  outcome: EligibilityOutcome | null;
  /** Code of the refusal. */
  refusal: string | null;
  problems: FormProblemDto[];
}

export class ConsequencesDto {
  entries: ConsequenceDto[];

  static from(consequences: readonly Consequence[]): ConsequencesDto {
    return {
      entries: consequences.map((one) => ({ ...one, problems: one.problems.map((problem) => ({ ...problem })) })),
    };
  }
}

export class AdmissionLineDto {
  publicId: string;
  number: number;
  title: string;
  /** The first stage of its track; null where there is none. */
  stage: NameDto | null;
}

export class AdmissionDto {
  entries: AdmissionLineDto[];

  static from(lines: readonly AdmissionLine[]): AdmissionDto {
    return { entries: lines.map((line) => ({ ...line })) };
  }
}

export class OwnEligibilityDto {
  state: Exclude<EligibilityState, 'second-reading'>;
  reasons: EligibilityItemDto[];
  note: NoteDto | null;
  correctUntil: string | null;
  /** Whether the entry may be changed for its correction, though its window may be shut. */
  isCorrectable: boolean;
  checkedAt: string | null;

  static from({ reasons, correctUntil, checkedAt, ...own }: OwnEligibility): OwnEligibilityDto {
    return {
      ...own,
      reasons: reasons.map((reason) => ({ ...reason })),
      correctUntil: correctUntil?.toISOString() ?? null,
      checkedAt: checkedAt?.toISOString() ?? null,
    };
  }
}
