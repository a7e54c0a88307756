import { type AccountPurpose, type ConsentBasis, type ConsentPurpose, consentVersion } from '#identity';
import type { OwnConsents } from '#submission';
import { NameDto } from '../contest/name.dto.js';
import { EntryConsentDto } from './consent.dto.js';

export class AccountConsentDto {
  purpose: AccountPurpose;
  basis: ConsentBasis;
  isGiven: boolean;
  /** Of the wording agreed to; null where it never was. */
  version: string | null;
  givenAt: string | null;
  withdrawnAt: string | null;
}

export class ConsentEntryDto {
  publicId: string;
  /** Null for whoever is no longer in its team. */
  title: string | null;
  edition: NameDto;
}

export class ConsentsOfEntryDto {
  entry: ConsentEntryDto;
  consents: EntryConsentDto[];
}

export class GivenConsentDto {
  purpose: ConsentPurpose;
  /** Null for a purpose of the account. */
  entry: ConsentEntryDto | null;
  version: string;
  givenAt: string;
  withdrawnAt: string | null;
}

export class OwnConsentsDto {
  /** Of the wording of today. */
  version: string;
  account: AccountConsentDto[];
  /** Of whose teams the reader is. */
  entries: ConsentsOfEntryDto[];
  /** The newest first. */
  history: GivenConsentDto[];

  static from({ account, entries, history }: OwnConsents): OwnConsentsDto {
    const text = (at: Date | null) => at?.toISOString() ?? null;
    return {
      version: consentVersion,
      account: account.map(({ givenAt, withdrawnAt, ...consent }) => ({
        ...consent,
        ...{ givenAt: text(givenAt), withdrawnAt: text(withdrawnAt) },
      })),
      entries: entries.map(({ entry, consents }) => ({
        entry,
        consents: consents.map((consent) => EntryConsentDto.from(consent)),
      })),
      history: history.map(({ givenAt, withdrawnAt, ...one }) => ({
        ...one,
        ...{ givenAt: givenAt.toISOString(), withdrawnAt: text(withdrawnAt) },
      })),
    };
  }
}
