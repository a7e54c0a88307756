import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsUUID,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { conflictReasons, type ConflictReason, type DeclarationDesk } from '#judging';
import { LabelDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';
import { CommitmentDto } from './judge-invitation.dto.js';

export class ListedPersonDto {
  role: 'lead' | 'member' | 'adviser';
  name: string;
  organisation: string | null;
}

export class OwnTeamDto {
  /** Public id of the assignment. */
  assignment: string;
  /** Place in the judge's own queue. */
  position: number;
  title: string;
  people: ListedPersonDto[];
  /** Somebody of the team has the judge's present employer. */
  isOfOwnEmployer: boolean;
}

export class DeclarationDeskDto {
  edition: DeskEditionDto;
  stage: LabelDto;
  /** Of which the judge has not declared: the own employer's first, then in the order of the queue. */
  teams: OwnTeamDto[];
  /** Entries of which the judge has declared. */
  declared: number;
  declaredAt: string | null;
  /** What is declared. */
  text: CommitmentDto;

  static from({ text, declaredAt, teams, ...desk }: DeclarationDesk): DeclarationDeskDto {
    return {
      ...desk,
      declaredAt: declaredAt && declaredAt.toISOString(),
      teams: teams.map(({ people, ...team }) => ({ ...team, people: [...people] })),
      text: { version: text.version, zh: [...text.zh], en: [...text.en] },
    };
  }
}

export class DeclaredTeamDto {
  /** Public id of the assignment. */
  @IsUUID()
  assignment: string;

  /** Null: no tie. */
  @ValidateIf(({ reasonCode }: DeclaredTeamDto) => reasonCode !== null)
  @IsIn(conflictReasons)
  reasonCode: ConflictReason | null;
}

export class DeclareInterestsDto {
  /** Of the wording as it was read. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  version: string;

  @ValidateNested({ each: true })
  @Type(() => DeclaredTeamDto)
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique(({ assignment }: DeclaredTeamDto) => assignment)
  teams: DeclaredTeamDto[];
}
