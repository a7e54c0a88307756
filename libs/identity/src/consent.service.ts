import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { LedgerService } from '#ledger';
import {
  basisOf,
  consentVersion,
  entryPurposeNames,
  type ConsentBasis,
  type ConsentPurpose,
  type EntryPurpose,
} from './consent-purposes.js';

/** Whose consent to what; `entryId` null for a purpose of the account. */
export interface ConsentSubject {
  readonly userId: string;
  readonly entryId: string | null;
  readonly purpose: ConsentPurpose;
}

/** How one purpose stands for a person. */
export interface StandingConsent<Purpose extends ConsentPurpose = EntryPurpose> {
  readonly purpose: Purpose;
  readonly basis: ConsentBasis;
  readonly isGiven: boolean;
  /** Of the wording agreed to; null where it never was. */
  readonly version: string | null;
  readonly givenAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** One consent as it was given, to one wording. */
export interface GivenConsent {
  readonly purpose: ConsentPurpose;
  /** Null for a purpose of the account. */
  readonly entryId: string | null;
  readonly version: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** How purposes stand by what was ever given, the newest first. */
export function standingOf<Purpose extends ConsentPurpose>(
  purposes: readonly Purpose[],
  given: readonly GivenConsent[],
  entryId: string | null,
): StandingConsent<Purpose>[] {
  return purposes.map((purpose) => {
    const latest = given.find((one) => one.purpose === purpose && one.entryId === entryId);
    return {
      ...{ purpose, basis: basisOf(purpose), isGiven: latest !== undefined && latest.withdrawnAt === null },
      ...{ version: latest?.version ?? null, givenAt: latest?.givenAt ?? null },
      withdrawnAt: latest?.withdrawnAt ?? null,
    };
  });
}

/** Consents of people, each purpose by itself: given with the wording's version, withdrawn at any time. */
@Injectable()
export class ConsentService {
  constructor(private readonly ledger: LedgerService) {}

  /**
   * Records consents; one that stands already stays as it is.
   *
   * @param version of the wording that was read
   * @throws DomainError `request-invalid` where that is not the one of today
   */
  async give(manager: EntityManager, subjects: readonly ConsentSubject[], version: string): Promise<void> {
    assertVersion(version);
    await this.record(manager, subjects, version);
  }

  /** As `give`, for consents to a wording that was that of the day when they were given. */
  async record(manager: EntityManager, subjects: readonly ConsentSubject[], version: string): Promise<void> {
    for (const subject of subjects) await this.recordOne(manager, subject, version);
  }

  /** What does not stand stays so. */
  async withdraw(manager: EntityManager, subject: ConsentSubject): Promise<void> {
    const [rows] = await manager.query<[{ id: string; version: string }[], number]>(
      `update consents set withdrawn_at = now()
       where user_id = $1 and purpose = $2 and entry_id is not distinct from $3 and withdrawn_at is null
       returning id, version`,
      [subject.userId, subject.purpose, subject.entryId],
    );
    for (const { id, version } of rows) await this.tell(manager, 'consent-withdrawn', id, subject, version);
  }

  /** Every purpose of an entry as it stands for one person. */
  async ofEntry(manager: EntityManager, userId: string, entryId: string): Promise<StandingConsent[]> {
    return standingOf(entryPurposeNames, await this.given(manager, userId), entryId);
  }

  /** All that a person ever agreed to, the newest first. */
  async given(manager: EntityManager, userId: string): Promise<GivenConsent[]> {
    return manager.query<GivenConsent[]>(
      `select purpose, entry_id as "entryId", version, given_at as "givenAt", withdrawn_at as "withdrawnAt"
       from consents where user_id = $1 order by given_at desc, id desc limit 2000`,
      [userId],
    );
  }

  private async recordOne(manager: EntityManager, subject: ConsentSubject, version: string): Promise<void> {
    const { userId, entryId, purpose } = subject;
    const rows = await manager.query<{ id: string }[]>(
      `insert into consents (id, user_id, entry_id, purpose, basis, version) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning id`,
      [uuidv7(), userId, entryId, purpose, basisOf(purpose), version],
    );
    if (rows[0]) await this.tell(manager, 'consent-given', rows[0].id, subject, version);
  }

  private async tell(
    manager: EntityManager,
    kind: 'consent-given' | 'consent-withdrawn',
    consent: string,
    { userId, entryId, purpose }: ConsentSubject,
    version: string,
  ): Promise<void> {
    await this.ledger.record(manager, {
      kind,
      subject: { user: userId, consent, ...(entryId === null ? {} : { entry: entryId }) },
      body: { purpose, basis: basisOf(purpose), version },
    });
  }
}

/** @throws DomainError `request-invalid` naming `version` */
export function assertVersion(version: string): void {
  if (version === consentVersion) return;
  throw new DomainError('request-invalid', { problems: [fieldProblem('version', 'wording-outdated')] });
}
