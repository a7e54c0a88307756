import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Matches, Max, Min } from 'class-validator';
import type { CalibrationDesk, StageCalibration } from '#judging';
import { LabelDto, NameDto } from '../contest/name.dto.js';
import { DeskEditionDto, NamedDto } from './assignment.dto.js';

export class CalibratedEntryDto {
  title: string;
  summary: string;
  language: 'zh' | 'en';
}

export class DeviationDto {
  /** Criterion key → own score less the reference, decimal string. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  criteria: object;
  total: string;
}

export class CalibrationReferenceDto {
  /** Criterion key → decimal string. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  scores: object;
  total: string;
  deviation: DeviationDto;
}

export class SubmittedCalibrationDto {
  /** Criterion key → decimal string. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  scores: object;
  total: string;
  submittedAt: string;
  /** The rules of the stage are others by now. */
  isOfEarlierRules: boolean;
  /** The office's scores; nothing of other judges. Null where the office scored by other rules than the judge. */
  reference: CalibrationReferenceDto | null;
}

export class CalibrationDto {
  publicId: string;
  position: number;
  edition: DeskEditionDto;
  stage: LabelDto;
  isOpen: boolean;
  entry: CalibratedEntryDto;
  /** The rules by which it is to be scored, or was (`StageRules` of libs/domain). */
  @ApiProperty({ type: 'object', additionalProperties: true })
  rules: object;
  rulesHash: string;
  /** Null until the judge has submitted. */
  submitted: SubmittedCalibrationDto | null;

  static from({ submitted, ...desk }: CalibrationDesk): CalibrationDto {
    if (submitted === null) return { ...desk, submitted };
    return { ...desk, submitted: { ...submitted, submittedAt: submitted.submittedAt.toISOString() } };
  }
}

export class SubmitCalibrationDto {
  /** Criterion key → decimal string such as "8.5"; every criterion of the rules. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  scores: Record<string, unknown>;

  /** Hash of the rules by which it was scored. */
  @Matches(/^[0-9a-f]{64}$/)
  rulesHash: string;
}

export class CalibrationCriterionDto {
  key: string;
  name: NameDto;
  minimum: string;
  maximum: string;
  step: string;
}

export class LeftOutJudgeDto {
  /** Null where the account is gone, and of whom nothing is decided: who that is stands with the candidates. */
  name: string | null;
  /** A conflict is declared, or a recusal ordered; else something speaks for one that nobody has dismissed. */
  isRecused: boolean;
}

export class CalibrationEntryDto {
  id: string;
  position: number;
  entryNumber: number;
  entryTitle: string;
  /** Criterion key → decimal string. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  reference: object;
  /** By the rules that the office scored by. */
  total: string;
  /** The rules of the stage are others by now: no judge's scores are compared with these. */
  isOfEarlierRules: boolean;
  /** Judges of the stage but the reader to whom it is not given for a conflict of interest, by name. */
  leftOut: LeftOutJudgeDto[];
  /** How many judges have scored it. */
  submitted: number;
}

export class StageCalibrationDto {
  edition: DeskEditionDto;
  stage: NamedDto;
  criteria: CalibrationCriterionDto[];
  entries: CalibrationEntryDto[];
  /** Nothing was submitted in the stage yet: entries may be set and removed. */
  isChangeable: boolean;

  static from({ criteria, entries, ...stage }: StageCalibration): StageCalibrationDto {
    return {
      ...stage,
      criteria: criteria.map(({ key, name, minimum, maximum, step }) => ({ key, name, minimum, maximum, step })),
      entries: entries.map(({ leftOut, ...entry }) => ({ ...entry, leftOut: [...leftOut] })),
    };
  }
}

export class SetCalibrationDto {
  /** Number of a submitted entry of the edition that the stage does not judge. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  entryNumber: number;

  /** Criterion key → decimal string, as the office would score it. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  reference: Record<string, unknown>;
}

export class CalibrationMadeDto {
  id: string;
}
