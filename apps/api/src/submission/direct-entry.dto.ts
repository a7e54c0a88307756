import { IsString, IsUUID, Length } from 'class-validator';
import type { DirectEntries } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class NewDirectEntryDto {
  /** Public id of the entry. */
  @IsUUID()
  entry: string;

  /** A later stage that has not opened. */
  @IsUUID()
  stageId: string;

  /** Why, such as the feeder event that it won. */
  @IsString()
  @Length(1, 500)
  reason: string;

  /** What proves it: number of a document, an address. */
  @IsString()
  @Length(1, 2000)
  evidence: string;
}

export class DirectEntrantDto {
  publicId: string;
  number: number;
  title: string;
}

export class DirectEntryUndoneDto {
  by: string | null;
  at: string;
}

export class DirectEntryDto {
  id: string;
  entry: DirectEntrantDto;
  stage: NameDto;
  reason: string;
  evidence: string;
  by: string | null;
  at: string;
  undone: DirectEntryUndoneDto | null;
  /** Until the stage opens, or judges are assigned to the entry. */
  isUndoable: boolean;
}

export class LaterStageDto {
  id: string;
  name: NameDto;
  track: NameDto;
}

export class DirectEntriesDto {
  /** Newest first. */
  entries: DirectEntryDto[];
  /** Later stages that have not opened yet. */
  stages: LaterStageDto[];

  static from({ entries, stages }: DirectEntries): DirectEntriesDto {
    return {
      entries: entries.map(({ at, undone, ...entry }) => ({
        ...entry,
        at: at.toISOString(),
        undone: undone && { by: undone.by, at: new Date(undone.at).toISOString() },
      })),
      stages: stages.map((stage) => ({ ...stage })),
    };
  }
}
