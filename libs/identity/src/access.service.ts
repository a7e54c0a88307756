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
  /** Public id of the entry that the address names, as the object itself or within it. */
  readonly entry: string | null;
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
   * @throws DomainError `not-allowed`: the same for a foreign object and for one that does not exist;
   *   `organiser-conflicted` where an entry concerns the person, whose case another organiser has
   */
  async require(person: SignedIn, name: PermissionName | undefined, objectOf: () => NamedObject): Promise<void> {
    const refusal =
      name === undefined || !(await this.allows(person, name, objectOf))
        ? 'not-allowed'
        : permission(name).scope === 'edition' && (await this.concerns(person, name, objectOf()))
          ? 'organiser-conflicted'
          : null;
    if (refusal === null) return;
    const { manager } = this.dataSource;
    await this.ledger.record(manager, {
      kind: 'refused',
      subject: { user: person.userId },
      body: { act: 'access', permission: name ?? null },
    });
    throw new DomainError(refusal);
  }

  /** Whether an entry concerns a person: by a place in its team, a conflict as a judge, or a recusal as an organiser. */
  async isConcerned(userId: string, entryId: string): Promise<boolean> {
    const rows = await this.dataSource.query<{ is: boolean }[]>('select viewer_is_conflicted($1, $2) as is', [
      ...[userId, entryId],
    ]);
    return rows[0]?.is !== false;
  }

  /** Whether a person who is not asking now may still do something in an edition: by the roles held at this moment. */
  async holds(userId: string, name: PermissionName, editionId: string): Promise<boolean> {
    const { roles, approves } = permission(name);
    const rows = await this.dataSource.query<unknown[]>(
      `select from role_grants g join users u on u.id = g.user_id and u.disabled_at is null
       where g.user_id = $1 and g.edition_id = $2 and g.role = any ($3) and g.revoked_at is null
         and (g.may_approve or not $4) limit 1`,
      [userId, editionId, roles, approves === true],
    );
    return rows.length > 0;
  }

  private async allows(person: SignedIn, name: PermissionName, objectOf: () => NamedObject): Promise<boolean> {
    if (permission(name).scope !== 'edition') return isAllowed(person, name, null);
    // The database is asked for the object's edition only where one of the person's roles could open it.
    if (!person.grants.some((grant) => isAllowed(person, name, grant.editionId))) return false;
    const { noun, identifier } = objectOf();
    return isAllowed(person, name, await this.scopes.editionOf(noun, identifier));
  }

  private concerns(person: SignedIn, name: PermissionName, object: NamedObject): Promise<boolean> {
    return this.scopes.concerns(person.userId, object, permission(name).withoutTies === true);
  }
}
