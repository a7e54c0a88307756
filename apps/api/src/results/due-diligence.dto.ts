import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type DueDiligenceState, dueDiligenceStates } from '#domain';
import type { DueDiligence } from '#results';
import { NameDto } from '../contest/name.dto.js';

export class DueDiligenceLabelDto {
  @IsString()
  @Length(1, 200)
  zh: string;

  @IsString()
  @Length(1, 200)
  en: string;
}

export class DueDiligencePointDto {
  /** Lower-case words joined by hyphens. */
  @IsString()
  @Length(1, 60)
  key: string;

  @ValidateNested()
  @Type(() => DueDiligenceLabelDto)
  label: DueDiligenceLabelDto;
}

export class DueDiligenceChecklistDto {
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DueDiligencePointDto)
  checklist: DueDiligencePointDto[];
}

export class OpenDueDiligenceDto {
  @IsUUID()
  stageId: string;
}

export class SeenDocumentDto {
  @IsString()
  @Length(1, 200)
  name: string;

  /** Its number, or where it is kept. */
  @IsString()
  @MaxLength(200)
  reference: string;
}

export class DueDiligenceFindingsDto {
  /** Keys of the points that hold. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  met: string[];

  /** Papers that were seen, beside the files of the entry. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => SeenDocumentDto)
  documents: SeenDocumentDto[];

  @IsString()
  @MaxLength(2000)
  note: string;
}

export class KeepDueDiligenceDto extends DueDiligenceFindingsDto {
  /** The version of the case that was seen. */
  @IsInt()
  @Min(1)
  version: number;
}

export class SeenDueDiligenceDto {
  /** The version of the case that was seen. */
  @IsInt()
  @Min(1)
  version: number;
}

export class ProposedRefusalDto {
  /** Null for an account that is gone. */
  proposedBy: string | null;
  proposedAt: string;
  /** Whether the reader proposed it; then another person approves it. */
  isOwn: boolean;
}

export class DiligentEntryDto {
  publicId: string;
  number: number;
  title: string;
}

export class DecidedPointDto extends DueDiligencePointDto {
  isMet: boolean;
}

export class DueDiligenceCaseDto extends DueDiligenceFindingsDto {
  id: string;
  entry: DiligentEntryDto;
  stage: NameDto;
  @IsIn(dueDiligenceStates)
  state: DueDiligenceState;
  version: number;
  openedAt: string;
  /** As it was worded when it was decided by it. */
  checklist: DecidedPointDto[] | null;
  /** That the team refuses, as one person proposed it; null where nobody has. */
  refusal: ProposedRefusalDto | null;
  decidedBy: string | null;
  decidedAt: string | null;
}

export class DueDiligenceStageDto {
  id: string;
  name: NameDto;
  track: NameDto;
  /** Entries in it that have no case yet. */
  without: number;
}

export class DueDiligenceDto {
  /** Of the checklist, for If-Match; 0 where the edition has set nothing. */
  version: number;
  checklist: DueDiligencePointDto[];
  /** How many others than the reader may approve a refusal. */
  otherApprovers: number;
  /** Stages with entries, the last ones first. */
  stages: DueDiligenceStageDto[];
  cases: DueDiligenceCaseDto[];

  static from({ version, checklist, otherApprovers, stages, cases }: DueDiligence): DueDiligenceDto {
    return {
      ...{ version, otherApprovers },
      checklist: [...checklist],
      stages: [...stages],
      cases: cases.map(({ openedAt, decidedAt, met, documents, checklist: decided, refusal, ...one }) => ({
        ...one,
        met: [...met],
        documents: [...documents],
        checklist: decided && [...decided],
        refusal: refusal && { ...refusal, proposedAt: refusal.proposedAt.toISOString() },
        openedAt: openedAt.toISOString(),
        decidedAt: decidedAt && decidedAt.toISOString(),
      })),
    };
  }
}
