import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { unlockHours, type JudgeSheet, type StageUnlocks } from '#judging';
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

export class SheetUnlocksDto {
  stage: UnlockStageDto;
  edition: DeskEditionDto;
  /** Those that await a second person first, then the newest. */
  unlocks: SheetUnlockDto[];
  judges: UnlockJudgeDto[];
  /** How many others than the reader may approve. */
  otherApprovers: number;

  static from({ stage, edition, unlocks, judges, otherApprovers }: StageUnlocks): SheetUnlocksDto {
    return {
      ...{ stage, edition, otherApprovers },
      judges: [...judges],
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
