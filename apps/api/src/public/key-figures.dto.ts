import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { ContestFigures, KeyFigureDefinition, KeyFigures } from '#landing';
import { NameDto } from '../contest/name.dto.js';

export class KeyFiguresQueryDto {
  /**
   * Slug of one edition, whatever its contest reports and however far it is. Default: each contest's latest edition with
   * a published list, of the contests that report `entries` (their template's `reports`).
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  edition?: string;
}

export class ContestFiguresDto {
  key: string;
  /** Slug */
  edition: string;
  /** Submitted and not withdrawn. */
  entries: number;
  countries: number;
  /** Null where the contest does not report the figure. */
  transformations: number | null;
  problemsSolved: number | null;
  technicalProblemsSolved: number | null;
  landingIntents: number | null;
  /** Yuan, a decimal string. */
  investmentYuan: string | null;

  static from(figures: ContestFigures): ContestFiguresDto {
    return { ...figures };
  }
}

export class TotalFiguresDto {
  entries: number;
  /** A country of two contests counts once. */
  countries: number;
}

export class KeyFiguresDto {
  contests: ContestFiguresDto[];
  total: TotalFiguresDto;
  /** When the rows were counted, by the database's clock: the page says so beside the figures. */
  asOf: string;

  static from({ contests, total, asOf }: KeyFigures): KeyFiguresDto {
    return {
      contests: contests.map((figures) => ContestFiguresDto.from(figures)),
      total: { ...total },
      asOf: asOf.toISOString(),
    };
  }
}

export class KeyFigureDefinitionDto {
  key: string;
  definition: NameDto;
  unit: NameDto;

  static from({ key, definition, unit }: KeyFigureDefinition): KeyFigureDefinitionDto {
    return { key, definition: { ...definition }, unit: { ...unit } };
  }
}

export class KeyFigureDefinitionsDto {
  figures: KeyFigureDefinitionDto[];
}
