import { IsDate, IsInt, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { fileBytesLimitHours, lateEntryLimitHours } from '#contest';
import type { EntryDeadline, ExtendableEntry, GrantedExtension, NewExtension } from '#submission';

export class ExtendableEntryDto {
  publicId: string;
  /** Null while it is a draft. */
  number: number | null;
  state: 'draft' | 'submitted';
  title: string;
}

export class ExtendableEntriesDto {
  entries: ExtendableEntryDto[];

  static from(entries: readonly ExtendableEntry[]): ExtendableEntriesDto {
    return { entries: entries.map((entry) => ({ ...entry })) };
  }
}

export class ExtendableQueryDto {
  /** Number of an entry, or the whole address of the account that leads it. */
  @IsString()
  @MaxLength(320)
  q: string;
}

export class GrantedExtensionDto {
  entry: ExtendableEntryDto;
  until: string;
  reason: string;
  /** Null where the account is gone. */
  grantedBy: string | null;
  at: string;
  isOver: boolean;

  static from({ until, at, ...extension }: GrantedExtension): GrantedExtensionDto {
    return { ...extension, until: until.toISOString(), at: at.toISOString() };
  }
}

export class DeadlineDeskDto {
  /** When entries closed or will close by themselves; as planned where only an organiser closes them. */
  closesAt: string;
  hasEnded: boolean;
  /** For how many hours after the deadline drafts are still taken, marked as late; 0: none. */
  lateHours: number;
  /** For how many hours after a submission the bytes of the files it names may follow; 0: only until the deadline. */
  fileBytesHours: number;
  /** Once it has, the hours for bytes only grow. */
  hasOpened: boolean;
  /** The newest first. */
  extensions: GrantedExtensionDto[];

  static from({ closesAt, extensions, ...desk }: EntryDeadline): DeadlineDeskDto {
    const granted = extensions.map((extension) => GrantedExtensionDto.from(extension));
    return { ...desk, closesAt: closesAt.toISOString(), extensions: granted };
  }
}

export class LateEntryRuleDto {
  @IsInt()
  @Min(0)
  @Max(lateEntryLimitHours)
  hours: number;
}

export class FileBytesRuleDto {
  @IsInt()
  @Min(0)
  @Max(fileBytesLimitHours)
  hours: number;
}

export class NewExtensionDto {
  /** Public id. */
  @IsUUID()
  entry: string;

  @Type(() => Date)
  @IsDate()
  until: Date;

  /** The team reads it. */
  @IsString()
  @Length(1, 500)
  reason: string;

  static from({ entry, until, reason }: NewExtensionDto): NewExtension {
    return { entry, until, reason };
  }
}
