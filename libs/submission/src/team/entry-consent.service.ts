import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { ConsentService, type EntryPurpose, type IdempotentRequest, type StandingConsent } from '#identity';
import { TeamTransaction } from './team-transaction.js';

/** What a person of a team agrees to for one entry; each speaks for themself alone. */
@Injectable()
export class EntryConsentService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly consents: ConsentService,
  ) {}

  /** @throws DomainError `not-found` for whoever is not of the team */
  async mine(publicId: string, userId: string): Promise<StandingConsent[]> {
    const { manager } = this.transaction.dataSource;
    return this.consents.ofEntry(manager, userId, await this.entryId(manager, publicId, userId));
  }

  /** Gives or withdraws consent to one purpose, at any time. @throws DomainError `not-found`, `request-invalid` */
  async set(
    request: IdempotentRequest,
    publicId: string,
    purpose: EntryPurpose,
    given: { readonly isGiven: boolean; readonly version: string },
  ): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entryId = await this.entryId(manager, publicId, request.userId);
      const about = { userId: request.userId, entryId, purpose };
      if (given.isGiven) await this.consents.give(manager, [about], given.version);
      else await this.consents.withdraw(manager, about);
    });
  }

  private async entryId(manager: EntityManager, publicId: string, userId: string): Promise<string> {
    const [entry] = await manager.query<{ id: string }[]>(
      'select id from entries e where public_id = $1 and entry_is_read_by(e, $2)',
      [publicId, userId],
    );
    if (!entry) throw new DomainError('not-found', { entry: publicId });
    return entry.id;
  }
}
