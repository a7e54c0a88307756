import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { unlockHours, type ReReviewLine, type StageReReviews } from '#judging';
import { DeskEditionDto } from './assignment.dto.js';
import { UnlockStageDto } from './sheet-unlock.dto.js';

export class ReReviewDto {
  id: string;
  entryNumber: number;
  entryTitle: string;
  /** Null where it was erased. */
  reason: string | null;
  /** Null where the account is gone, as `endedBy`. */
  orderedBy: string | null;
  orderedAt: string;
  /** Judges who had submitted a sheet when it was ordered and still have the entry. */
  judges: number;
  /** How many of them have submitted again since. */
  again: number;
  state: 'open' | 'done' | 'called-off';
  endedBy: string | null;
  endedAt: string | null;

  static from({ orderedAt, endedAt, ...line }: ReReviewLine): ReReviewDto {
    return { ...line, orderedAt: orderedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  }
}

export class ReReviewsDto {
  stage: UnlockStageDto;
  edition: DeskEditionDto;
  /** Those under way first, then the newest. */
  reReviews: ReReviewDto[];

  static from({ reReviews, ...head }: StageReReviews): ReReviewsDto {
    return { ...head, reReviews: reReviews.map((line) => ReReviewDto.from(line)) };
  }
}

export class OrderReReviewDto {
  /** Within the edition. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  entryNumber: number;

  /** For the office; judges don't read it. */
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;

  /** After judging: for how long the sheets are to be unlocked, from the approval on. */
  @IsInt()
  @Min(unlockHours.fewest)
  @Max(unlockHours.most)
  hours: number;
}
