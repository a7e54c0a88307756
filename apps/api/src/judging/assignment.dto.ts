import { ApiProperty } from '@nestjs/swagger';
import type { StageRules } from '#domain';
import {
  receiptNumber,
  type ConflictReason,
  type DeskAssignment,
  type DeskQueue,
  type OwnLateSheet,
  type OwnSheet,
  type SheetDesk,
} from '#judging';
import { LabelDto, NameDto } from '../contest/name.dto.js';
import { SheetCommentsDto, SheetSignatureDto } from './score-sheet.dto.js';
import { ReadTranslationDto } from '../submission/translation.dto.js';

export class DeskEditionDto {
  slug: string;
  name: NameDto;
  isDemo: boolean;
}

export class DeskWindowDto {
  plannedOpensAt: string;
  plannedClosesAt: string;
  /** Null: until an organiser closes. */
  deadlineAt: string | null;
  /** Null: not closed by an organiser so far. */
  closedAt: string | null;
  isOpen: boolean;
}

export class NamedDto {
  name: NameDto;
}

export class DeskAssignmentDto {
  publicId: string;
  /** Place in the judge's own, shuffled queue. */
  position: number;
  title: string;
  track: NamedDto;
  state: 'untouched' | 'draft' | 'submitted';
  /** Of the newest submitted revision, else of the draft; decimal string. */
  total: string | null;
  revision: number;
  /** A draft stands beside what was submitted: it counts only once it is submitted too. */
  isChanged: boolean;
  /** Judging is over, and this one sheet may be submitted once more. */
  isUnlocked: boolean;
  /** It opens once the judge has declared interests (利益冲突声明). */
  isDeclarationOwed: boolean;
  /** Of what was handed to the office after judging; null where nothing was. */
  late: 'waiting' | 'accepted' | 'refused' | null;
  /** The office asks for a re-review, and the sheet can be submitted again. */
  asksAgain: boolean;

  static from(assignment: DeskAssignment): DeskAssignmentDto {
    const { track, ...line } = assignment;
    return { ...line, track: { name: track.name } };
  }
}

export class DeskCalibrationDto {
  publicId: string;
  position: number;
  title: string;
  isSubmitted: boolean;
}

export class DeskCountsDto {
  total: number;
  drafts: number;
  submitted: number;
}

export class DeskStageDto {
  edition: DeskEditionDto;
  stage: LabelDto;
  window: DeskWindowDto;
  counts: DeskCountsDto;
  assignments: DeskAssignmentDto[];
  /** To be scored first, in their order; they count nowhere. */
  calibration: DeskCalibrationDto[];

  static from({
    stage: { edition, stage, window },
    assignments,
    calibration,
  }: DeskQueue['stages'][number]): DeskStageDto {
    const countOf = (state: DeskAssignment['state']) => assignments.filter((one) => one.state === state).length;
    return {
      ...{ edition, stage, window },
      counts: { total: assignments.length, drafts: countOf('draft'), submitted: countOf('submitted') },
      assignments: assignments.map((assignment) => DeskAssignmentDto.from(assignment)),
      calibration: [...calibration],
    };
  }
}

/** That the judge was ordered to step back from an entry; until a second person confirms it, nothing is decided. */
export class OrderedRecusalDto {
  /** In the judge's own order. */
  position: number;
  edition: DeskEditionDto;
  stage: LabelDto;
  /** Null while it awaits a second person and the judge reads the entry blind. */
  reasonCode: ConflictReason | null;
  isConfirmed: boolean;
  orderedAt: string;
}

export class NamingEditionDto {
  edition: DeskEditionDto;
  /** When ties were named last; null: not yet. */
  namedAt: string | null;
}

export class JudgeQueueDto {
  /** Recusals that somebody ordered, the newest first. */
  ordered: OrderedRecusalDto[];
  /** Editions that have proposed the person as a judge, and whose roster awaits a second person's approval. */
  awaited: DeskEditionDto[];
  /** Editions with a blind stage to come, in which the judge names ties. */
  naming: NamingEditionDto[];
  stages: DeskStageDto[];
  /** By the database's clock, which decides deadlines. */
  serverTime: string;

  static from({ ordered, awaited, naming, stages, serverTime }: DeskQueue): JudgeQueueDto {
    return {
      ordered: ordered.map(({ orderedAt, ...order }) => ({ ...order, orderedAt: orderedAt.toISOString() })),
      awaited: [...awaited],
      stages: stages.map((stage) => DeskStageDto.from(stage)),
      naming: naming.map(({ edition, namedAt }) => ({ edition, namedAt: namedAt && namedAt.toISOString() })),
      serverTime: serverTime.toISOString(),
    };
  }
}

export class AnsweredProblemDto {
  title: NameDto;
  /** What the public may read of the owner. */
  ownerLabel: NameDto;
}

export class AssignedEntryDto {
  title: string;
  summary: string;
  language: 'zh' | 'en';
  /** Read beside title and summary, which prevail. */
  translation: ReadTranslationDto | null;
  track: NamedDto;
  fieldGroup: NamedDto | null;
  /** The enterprise problem that an entry of an Open Challenge answers; its fit is judged. */
  problem: AnsweredProblemDto | null;
}

export class OwnSheetDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  scores: Record<string, string>;
  /** Decimal string; null where nothing is deducted. */
  deduction: string | null;
  comments: SheetCommentsDto | null;
}

export class DraftDto extends OwnSheetDto {
  version: number;
  updatedAt: string;
}

export class SubmittedSheetDto extends OwnSheetDto {
  revision: number;
  /** Decimal string. */
  total: string;
  receipt: string;
  receiptNumber: string;
  submittedAt: string;
  /** Null where it was not signed on the screen. */
  signature: SheetSignatureDto | null;
}

export class OwnLateSheetDto extends OwnSheetDto {
  /** By the judge's device, whose clock may be wrong; null where it didn't tell. */
  typedAt: string | null;
  receivedAt: string;
  state: 'waiting' | 'accepted' | 'refused';
  /** Why it was refused. */
  reason: string | null;
}

export class AssignmentDto {
  publicId: string;
  position: number;
  stage: LabelDto;
  edition: DeskEditionDto;
  window: DeskWindowDto;
  entry: AssignedEntryDto;
  /** The stage's rules (`StageRules` of libs/domain): rubric with anchored levels, method, rounding. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  rules: StageRules;
  rulesHash: string;
  draft: DraftDto | null;
  submitted: SubmittedSheetDto | null;
  /** Until when this sheet alone stands open for one revision, judging being over; its window then says so too. */
  unlockedUntil: string | null;
  /** Handed to the office after judging, over the revision that stands. It counts nowhere. */
  late: OwnLateSheetDto | null;
  /** The office asks for a re-review (复评), and the sheet can be submitted again. */
  asksAgain: boolean;
  /** Neighbours in the judge's queue. */
  next: string | null;
  previous: string | null;

  static from({ stage, draft, submitted, ...desk }: SheetDesk): AssignmentDto {
    const { publicId, position, entry, rules, rulesHash, next, previous, unlockedUntil, late, asksAgain } = desk;
    return {
      ...{ publicId, position, entry, rules, rulesHash, next, previous, asksAgain },
      unlockedUntil: unlockedUntil?.toISOString() ?? null,
      late: late && { ...ownSheet(late), ...lateFacts(late) },
      ...{ stage: stage.stage, edition: stage.edition, window: stage.window },
      draft: draft && { version: draft.version, ...ownSheet(draft), updatedAt: draft.updatedAt.toISOString() },
      submitted: submitted && {
        ...{ revision: submitted.revision, ...ownSheet(submitted), total: submitted.total },
        ...{ receipt: submitted.receipt, receiptNumber: receiptNumber(submitted.receipt) },
        submittedAt: submitted.submittedAt.toISOString(),
        signature: submitted.signature,
      },
    };
  }
}

function ownSheet({ scores, deduction, comments }: OwnSheet): OwnSheetDto {
  return { scores, deduction, comments };
}

function lateFacts({ typedAt, receivedAt, state, reason }: OwnLateSheet): Omit<OwnLateSheetDto, keyof OwnSheetDto> {
  const time = (at: string) => new Date(at).toISOString();
  return { typedAt: typedAt && time(typedAt), receivedAt: time(receivedAt), state, reason };
}
