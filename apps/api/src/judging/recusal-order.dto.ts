import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { type ConflictReason, conflictReasons, type RecusalOrders, type RecusalOrderState } from '#judging';
import { DeskEditionDto } from './assignment.dto.js';
import { evidenceVersionPattern } from './conflict-candidate.dto.js';
import { OfficePersonDto } from './organiser-recusal.dto.js';

export class OrderableJudgeDto {
  id: string;
  name: string | null;
}

export class RecusalOrderDto {
  id: string;
  role: 'judge' | 'organiser';
  /** Whom it concerns; null where the account is gone, as the other names. */
  person: string | null;
  entryNumber: number;
  entryTitle: string;
  reasonCode: ConflictReason;
  /** Null where it was erased, as `evidence`. */
  reason: string | null;
  evidence: string | null;
  /** Who takes the case of an organiser; once confirmed, who has it. */
  handedTo: string | null;
  state: RecusalOrderState;
  orderedBy: string | null;
  orderedAt: string;
  endedBy: string | null;
  endedAt: string | null;
  /** Why it was declined. */
  endReason: string | null;
  /** The reader ordered it, and so decides nothing of it. */
  isOwn: boolean;
}

export class RecusalOrdersDto {
  edition: DeskEditionDto;
  /** User id of who reads. */
  reader: string;
  judges: OrderableJudgeDto[];
  people: OfficePersonDto[];
  /** Those that await a second person first, then the newest; at most 500. */
  orders: RecusalOrderDto[];
  /** How many others than the reader may confirm. */
  otherApprovers: number;

  static from({ judges, people, orders, ...rest }: RecusalOrders): RecusalOrdersDto {
    return {
      ...{ ...rest, judges: [...judges], people: [...people] },
      orders: orders.map(({ orderedAt, endedAt, ...order }) => ({
        ...{ ...order, orderedAt: orderedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
      })),
    };
  }
}

/** What was read of the candidate that an order answers. */
export class SeenEvidenceDto {
  @IsUUID()
  stageId: string;

  /** 64 hex digits. */
  @Matches(evidenceVersionPattern)
  version: string;
}

export class OrderRecusalDto {
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  entryNumber: number;

  /** Id of the judge whom it concerns; left out where it concerns somebody of the office. */
  @IsOptional()
  @IsUUID()
  judge: string | null = null;

  /** User id of whom of the office it concerns; left out where it concerns a judge. */
  @IsOptional()
  @IsUUID()
  organiser: string | null = null;

  /** User id of the organiser who takes the case of another one. */
  @IsOptional()
  @IsUUID()
  handedTo: string | null = null;

  @IsIn(conflictReasons)
  reasonCode: ConflictReason;

  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;

  /** What shows it. */
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/)
  evidence: string;

  /** Of a judge who is a candidate; left out where none was shown. */
  @IsOptional()
  @ValidateNested()
  @Type(() => SeenEvidenceDto)
  seen: SeenEvidenceDto | null = null;
}

export class ConfirmOrderDto {
  /** User id of another organiser who takes the case; left out: whom the order names. */
  @IsOptional()
  @IsUUID()
  handedTo: string | null = null;
}

export class DeclineOrderDto {
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;
}
