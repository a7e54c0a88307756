import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { type InterestKind, interestKinds, type NamedInterest } from '#domain/roster/named-interest';
import type { InterestStatement } from '#judging';
import { DeskEditionDto } from './assignment.dto.js';

const unlessNull = (_: unknown, value: unknown) => value !== null;

export class NamedInterestDto implements NamedInterest {
  @IsIn(interestKinds)
  kind: InterestKind;

  /** Of an organisation, or of a person; 1 to 200 characters. */
  @IsString()
  @MaxLength(1000)
  name: string;

  /** Where the person works or studies; null of an organisation. */
  @ValidateIf(unlessNull)
  @IsString()
  @MaxLength(1000)
  unit: string | null;

  /** Of an employer, 1900 to 2200; null where it isn't known. */
  @ValidateIf(unlessNull)
  @IsInt()
  fromYear: number | null;

  /** Of an employer, not before `fromYear`; null at present. */
  @ValidateIf(unlessNull)
  @IsInt()
  untilYear: number | null;
}

export class NameInterestsDto {
  /** At most 100; none: there is nothing to name. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => NamedInterestDto)
  interests: NamedInterestDto[];
}

export class InterestStatementDto {
  edition: DeskEditionDto;
  /** Version that stands; 0 where nothing was named. */
  number: number;
  recordedAt: string | null;
  /** It can be changed: judging of some stage is still to end. */
  isOpen: boolean;
  interests: NamedInterestDto[];

  static from({ recordedAt, interests, ...statement }: InterestStatement): InterestStatementDto {
    return {
      ...statement,
      recordedAt: recordedAt && recordedAt.toISOString(),
      interests: interests.map((one) => ({ ...one })),
    };
  }
}
