import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { type TeamListKind, type TeamListPage, teamLists } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { wholeNumber } from '../http/whole-number.js';

export class TeamListQueryDto {
  /** Contacts stand in an address list alone. */
  @IsIn(teamLists)
  kind: TeamListKind;

  /** Key of a track; all where it is left out. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  track?: string;

  /** Id of a stage whose entries are listed; all that were not withdrawn where it is left out. */
  @IsOptional()
  @IsUUID()
  stage?: string;

  /** How many entries were told before. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  after: number = 0;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 100;
}

export class TeamListChoiceDto {
  key: string;
  name: NameDto;
}

export class TeamListPersonDto {
  role: 'lead' | 'member' | 'adviser';
  name: string;
  latinName: string | null;
  organisation: string | null;
  /** E.164; null in a sign-in sheet, as `email`. */
  phone: string | null;
  email: string | null;
}

export class TeamListEntryDto {
  number: number;
  title: string;
  /** Key of its track. */
  track: string;
  people: TeamListPersonDto[];
}

export class TeamListDto {
  /** On which entries stand, in their order. */
  tracks: TeamListChoiceDto[];
  /** Their keys are ids. */
  stages: TeamListChoiceDto[];
  /** Track by track, by number. */
  entries: TeamListEntryDto[];
  total: number;
  nextAfter: number | null;

  static from({ tracks, stages, entries, total, nextAfter }: TeamListPage): TeamListDto {
    return {
      tracks: [...tracks],
      stages: [...stages],
      entries: entries.map(({ people, ...entry }) => ({ ...entry, people: [...people] })),
      total,
      nextAfter,
    };
  }
}
