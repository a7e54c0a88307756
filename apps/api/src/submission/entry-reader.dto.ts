import type { EntryReaders } from '#submission';
import { NameDto } from '../contest/name.dto.js';

export class ReadGroupDto {
  group: 'answers' | 'team' | 'files' | 'landing';
  roles: string[];
}

export class ReadingStageDto {
  name: NameDto;
  /** Then its judges read an anonymised copy alone. */
  isBlind: boolean;
}

export class FileReadersDto {
  publicId: string;
  name: string;
  /** Of the form's field. */
  label: NameDto | null;
  roles: string[];
  /** Stages whose judges may read it. */
  stages: ReadingStageDto[];
  /** Receiving offices that it may be passed on to. */
  offices: NameDto[];
}

export class EntryOpeningDto {
  /** Null for judges, of whom no time and no count is told. */
  at: string | null;
  what: 'answers' | 'file';
  /** Public id; null for the answers, and for a file that is gone. */
  file: string | null;
  name: string | null;
  /** Held in the edition at the time; who it was is not told. */
  roles: string[];
}

export class EntryReadersDto {
  /** By the written matrix of permissions. */
  groups: ReadGroupDto[];
  /** By the form's fields, the stages and what the team allowed. */
  files: FileReadersDto[];
  /** By the ledger: the office's, the newest first; then those of judges whose window has closed. */
  openings: EntryOpeningDto[];

  static from({ groups, files, openings }: EntryReaders): EntryReadersDto {
    return {
      groups: groups.map(({ group, roles }) => ({ group, roles: [...roles] })),
      files: files.map(({ roles, stages, offices, ...file }) => ({
        ...{ ...file, roles: [...roles], stages: stages.map((stage) => ({ ...stage })), offices: [...offices] },
      })),
      openings: openings.map(({ at, ...opening }) => ({
        ...{ ...opening, roles: [...opening.roles], at: at?.toISOString() ?? null },
      })),
    };
  }
}
