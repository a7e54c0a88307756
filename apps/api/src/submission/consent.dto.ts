import { IsBoolean, IsString, Length } from 'class-validator';
import { consentVersion, type ConsentBasis, type EntryPurpose, type StandingConsent } from '#identity';

export class EntryConsentDto {
  purpose: EntryPurpose;
  basis: ConsentBasis;
  isGiven: boolean;
  /** Of the wording agreed to; null where it never was. */
  version: string | null;
  givenAt: string | null;
  withdrawnAt: string | null;

  static from({ givenAt, withdrawnAt, ...consent }: StandingConsent): EntryConsentDto {
    return {
      ...consent,
      ...{ givenAt: givenAt?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null },
    };
  }
}

export class EntryConsentsDto {
  /** Of the wording of today. */
  version: string;
  consents: EntryConsentDto[];

  static from(consents: readonly StandingConsent[]): EntryConsentsDto {
    return { version: consentVersion, consents: consents.map((consent) => EntryConsentDto.from(consent)) };
  }
}

export class SetConsentDto {
  /** False withdraws it. */
  @IsBoolean()
  isGiven: boolean;

  /** Of the wording that was read. */
  @IsString()
  @Length(1, 40)
  version: string;
}
