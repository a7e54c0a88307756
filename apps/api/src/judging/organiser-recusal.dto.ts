import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { conflictReasons, type ConflictReason, type OrganiserRecusals } from '#judging';
import { DeskEditionDto } from './assignment.dto.js';

export class OfficePersonDto {
  id: string;
  name: string | null;
  /** May take a case: holds an office role. */
  takesCases: boolean;
}

export class OrganiserRecusalDto {
  id: string;
  /** Null where the account is gone, as `handedTo`. */
  organiser: string | null;
  entryNumber: number;
  /** Null where the entry concerns the reader. */
  entryTitle: string | null;
  form: 'by-oneself' | 'ordered';
  reasonCode: ConflictReason;
  handedTo: string | null;
  at: string;
  /** The reader stepped back. */
  isOwn: boolean;
  /** The reader has the case. */
  isHandedToReader: boolean;
}

export class AwaitedOrderDto {
  entryNumber: number;
  reasonCode: ConflictReason;
  at: string;
}

export class OrganiserRecusalsDto {
  edition: DeskEditionDto;
  /** User id of who reads. */
  reader: string;
  people: OfficePersonDto[];
  /** The newest first, at most 500. */
  recusals: OrganiserRecusalDto[];
  /** The reader's own, ordered by another and awaiting a second person. */
  awaited: AwaitedOrderDto[];

  static from({ edition, reader, people, recusals, awaited }: OrganiserRecusals): OrganiserRecusalsDto {
    return {
      ...{ edition, reader, people: [...people] },
      recusals: recusals.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
      awaited: awaited.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    };
  }
}

export class DeclareOrganiserRecusalDto {
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  entryNumber: number;

  @IsIn(conflictReasons)
  reasonCode: ConflictReason;

  /** User id of the organiser who takes the case. */
  @IsUUID()
  handedTo: string;
}
