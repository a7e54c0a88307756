import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { isAllowed } from './access.js';
import { ObjectScopeService, type ScopedNoun } from './object-scope.service.js';
import { permission, type PermissionName } from './permission-matrix.js';
import type { SignedIn } from './signed-in.js';

/** The object a request names, as its address does: `stages`, `0190…`. */
export interface NamedObject {
  readonly noun: ScopedNoun;
  readonly identifier: string;
}

/** Decides by the matrix, and leaves a trace of every refusal. */
@Injectable()
export class AccessService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly scopes: ObjectScopeService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param objectOf names the object; called only where the permission is per edition
   * @throws DomainError `not-allowed`: the same for a foreign object and for one that does not exist
   */
  async require(person: SignedIn, name: PermissionName | undefined, objectOf: () => NamedObject): Promise<void> {
    if (name !== undefined && (await this.allows(person, name, objectOf))) return;
    const { manager } = this.dataSource;
    await this.ledger.record(manager, {
      kind: 'refused',
      subject: { user: person.userId },
      body: { act: 'access', permission: name ?? null },
    });
    throw new DomainError('not-allowed');
  }

  private async allows(person: SignedIn, name: PermissionName, objectOf: () => NamedObject): Promise<boolean> {
    if (permission(name).scope !== 'edition') return isAllowed(person, name, null);
    // The database is asked for the object's edition only where one of the person's roles could open it.
    if (!person.grants.some((grant) => isAllowed(person, name, grant.editionId))) return false;
    const { noun, identifier } = objectOf();
    return isAllowed(person, name, await this.scopes.editionOf(noun, identifier));
  }
}
