import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { unlockHours, type JudgeSheet, type LateLine, type StageUnlocks } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';

export class UnlockStageDto {
  name: NameDto;
  /** Judging has ended: before that no sheet needs an unlock. */
  isOver: boolean;
  /** The stage's result has been used: from then on no sheet is unlocked. */
  isSettled: boolean;
}

export class SheetUnlockDto {
  id: string;
  /** Null where the account is gone, as `requestedBy` and `endedBy`. */
  judge: string | null;
  entryNumber: number;
  entryTitle: string;
  /** That stood when it was asked for; 0 where nothing had been submitted. */
  revision: number;
  /** Null where it was erased. */
  reason: string | null;
  hours: number;
  state: 'requested' | 'open' | 'used' | 'expired' | 'taken-back';
  requestedBy: string | null;
  requestedAt: string;
  endedBy: string | null;
  endedAt: string | null;
  expiresAt: string | null;
  /** When the revision was submitted by it. */
  usedAt: string | null;
  /** The reader asked for it, and so doesn't approve it. */
  isOwn: boolean;
}

export class UnlockJudgeDto {
  id: string;
  name: string | null;
  sheets: number;
}

export class LateSheetLineDto {
  id: string;
  judgeId: string;
  /** Null where the account is gone, as `decidedBy`. */
  judge: string | null;
  /** Public id of the entry. */
  entry: string;
  entryNumber: number;
  entryTitle: string;
  /** That stands; 0 where nothing was submitted in time. */
  revision: number;
  submittedAt: string | null;
  /** By the judge's device, whose clock may be wrong; null where it didn't tell. */
  typedAt: string | null;
  receivedAt: string;
  /** How many criteria have a score in it, and how many there are. The scores themselves are not shown. */
  given: number;
  of: number;
  /** How many of the given scores are other than those that stand. */
  changed: number;
  changesDeduction: boolean;
  hasComments: boolean;
  /** `asked`: an unlock of the sheet awaits approval. */
  state: 'waiting' | 'asked' | 'accepted' | 'refused';
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;

  static from({ submittedAt, typedAt, receivedAt, decidedAt, ...line }: LateLine): LateSheetLineDto {
    return {
      ...line,
      submittedAt: submittedAt?.toISOString() ?? null,
      typedAt: typedAt?.toISOString() ?? null,
      receivedAt: receivedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    };
  }
}

export class SheetUnlocksDto {
  stage: UnlockStageDto;
  edition: DeskEditionDto;
  /** Those that await a second person first, then the newest. */
  unlocks: SheetUnlockDto[];
  /** What judges handed in after judging; those that await a decision first, then the newest. */
  late: LateSheetLineDto[];
  judges: UnlockJudgeDto[];
  /** How many others than the reader may approve. */
  otherApprovers: number;

  static from({ stage, edition, unlocks, late, judges, otherApprovers }: StageUnlocks): SheetUnlocksDto {
    return {
      ...{ stage, edition, otherApprovers },
      judges: [...judges],
      late: late.map((line) => LateSheetLineDto.from(line)),
      unlocks: unlocks.map(({ requestedAt, endedAt, expiresAt, usedAt, ...unlock }) => ({
        ...unlock,
        requestedAt: requestedAt.toISOString(),
        endedAt: endedAt?.toISOString() ?? null,
        expiresAt: expiresAt?.toISOString() ?? null,
        usedAt: usedAt?.toISOString() ?? null,
      })),
    };
  }
}

export class JudgeSheetDto {
  /** Public id of the entry. */
  entry: string;
  entryNumber: number;
  entryTitle: string;
  /** 0 where nothing was submitted. */
  revision: number;
  /** A draft stands that was never submitted. */
  hasDraft: boolean;
}

export class JudgeSheetsDto {
  /** By number of the entry. */
  sheets: JudgeSheetDto[];

  static from(sheets: readonly JudgeSheet[]): JudgeSheetsDto {
    return { sheets: [...sheets] };
  }
}

export class RequestUnlockDto {
  /** Id of the judge. */
  @IsUUID()
  judge: string;

  /** Public id of the entry. */
  @IsUUID()
  entry: string;

  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;

  /** For how long, from the approval on. */
  @IsInt()
  @Min(unlockHours.fewest)
  @Max(unlockHours.most)
  hours: number;
}
