import { IsIn, Matches } from 'class-validator';
import type { LandingPage, LandingRow } from '#landing';
import { countryOrRegion } from '#submission';
import { CountryDto } from '../submission/country.dto.js';

export class DeclaredLandingDto {
  way: string | null;
  districts: string[];
  /** Yuan, a decimal string. */
  investmentYuan: string | null;
  timetableMonths: number | null;
  needs: string[];
  localPartner: boolean;
}

export class LandingSignalDto {
  key: string;
  present: boolean;
  weight: number;
  /** The answer that raised it; null when absent. */
  reason: string | null;
}

export class SuggestedLandingDto {
  suggested: boolean;
  /** Sum of the weights of the signals present. */
  weight: number;
  threshold: number;
  signals: LandingSignalDto[];
  computedAt: string;
}

export class ConfirmedLandingDto {
  outcome: 'confirmed' | 'revoked';
  /** Yuan, a decimal string. */
  investmentYuan: string;
  /** YYYY-MM-DD */
  occurredOn: string;
}

export class LandingIntentDto {
  entryPublicId: string;
  entryNumber: number;
  title: string;
  country: CountryDto;
  /** By the team. */
  declared: DeclaredLandingDto | null;
  /** By rule, with its signals. */
  suggested: SuggestedLandingDto | null;
  /** By a person: the only one that is published. */
  confirmed: ConfirmedLandingDto | null;

  static from({ countryCode, ...row }: LandingRow): LandingIntentDto {
    const name = countryOrRegion(countryCode)?.name ?? { zh: countryCode, en: countryCode };
    return { ...structuredClone(row), country: { code: countryCode, name } } as LandingIntentDto;
  }
}

export class LandingCountsDto {
  declared: number;
  suggested: number;
  confirmed: number;
}

export class LandingPageDto {
  intents: LandingIntentDto[];
  /** Over all pages, kept apart. */
  counts: LandingCountsDto;
  nextCursor: string | null;

  static from(page: LandingPage): LandingPageDto {
    const intents = page.intents.map((row) => LandingIntentDto.from(row));
    return { intents, counts: { ...page.counts }, nextCursor: page.nextCursor };
  }
}

export class ConfirmLandingDto {
  @IsIn(['confirmed', 'revoked'])
  outcome: 'confirmed' | 'revoked';

  /** Yuan, a decimal string. */
  @Matches(/^\d{1,13}(\.\d{1,2})?$/)
  investmentYuan: string;

  /** YYYY-MM-DD */
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  occurredOn: string;
}
