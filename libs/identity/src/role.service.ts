import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { LedgerService } from '#ledger';
import { assertNoCompetitor } from './judge-and-team.js';
import { administratorRoles, type EditionRole, isAdministratorRole, isJudgingRole, type Role } from './role.js';

export interface NewGrant {
  readonly userId: string;
  readonly role: Role;
  /** Null for an administrator, needed for every other role. */
  readonly editionId: string | null;
  readonly mayApprove?: boolean;
  /** Who grants it; null where the operator of the system makes an administrator. */
  readonly grantedBy: string | null;
}

export interface RoleToRevoke {
  readonly userId: string;
  readonly role: Role;
  /** Null for an administrator. */
  readonly editionId: string | null;
  /** Uuid of who takes it back; `commandLine` for the operator at the terminal. */
  readonly revokedBy: string;
}

/** A live role with the names a page shows. */
export interface RoleOfPerson {
  readonly role: Role;
  readonly mayApprove: boolean;
  readonly edition: null | {
    readonly slug: string;
    readonly name: { readonly zh: string; readonly en: string };
    readonly contest: { readonly key: string; readonly name: { readonly zh: string; readonly en: string } };
  };
}

const uniqueViolation = '23505';

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}

/** Who holds which role in which edition. */
@Injectable()
export class RoleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @returns the grant's uuid
   * @throws DomainError `role-held` (also: the administrator's seat is taken), `role-exclusive`, `request-invalid`;
   *   `judge-and-team` where a judge is of a team of the edition
   */
  async grant(manager: EntityManager, grant: NewGrant): Promise<string> {
    if (isAdministratorRole(grant.role) !== (grant.editionId === null)) {
      throw new DomainError('request-invalid', { problems: [fieldProblem('edition', 'field-invalid')] });
    }
    // The lock makes two grants to one person follow each other, so that neither misses the other.
    await manager.query('select from users where id = $1 for no key update', [grant.userId]);
    await this.assertCompatible(manager, grant);
    const id = uuidv7();
    try {
      await manager.query(
        `insert into role_grants (id, user_id, role, edition_id, may_approve, granted_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, grant.userId, grant.role, grant.editionId, grant.mayApprove ?? false, grant.grantedBy],
      );
    } catch (error) {
      if (isDuplicate(error)) throw new DomainError('role-held');
      throw error;
    }
    await this.ledger.record(manager, {
      kind: 'role-granted',
      subject: { user: grant.userId, ...(grant.editionId === null ? {} : { edition: grant.editionId }) },
      body: { role: grant.role, mayApprove: grant.mayApprove ?? false, grantedBy: grant.grantedBy },
    });
    return id;
  }

  /**
   * As `grant`, of one role of an edition to many who do not hold it yet.
   *
   * @throws DomainError `role-exclusive` where one of them is an administrator
   */
  async grantMany(
    manager: EntityManager,
    userIds: readonly string[],
    grant: { readonly role: EditionRole; readonly editionId: string; readonly grantedBy: string },
  ): Promise<void> {
    const { role, editionId, grantedBy } = grant;
    await manager.query('select from users where id = any ($1) order by id for no key update', [userIds]);
    const clashes = await manager.query<unknown[]>(
      'select from role_grants where user_id = any ($1) and revoked_at is null and role = any ($2) limit 1',
      [userIds, administratorRoles],
    );
    if (clashes.length > 0) throw new DomainError('role-exclusive');
    if (isJudgingRole(role)) await assertNoCompetitor(manager, editionId, userIds);
    await manager.query(
      `insert into role_grants (id, user_id, role, edition_id, may_approve, granted_by)
       select id, user_id, $3, $4, false, $5 from unnest($1::uuid[], $2::uuid[]) as g (id, user_id)`,
      [userIds.map(() => uuidv7()), userIds, role, editionId, grantedBy],
    );
    await this.ledger.recordMany(
      manager,
      userIds.map((user) => ({
        kind: 'role-granted',
        subject: { user, edition: editionId },
        body: { role, mayApprove: false, grantedBy },
      })),
    );
  }

  /**
   * Takes a role back, from the next request on.
   *
   * @throws DomainError `role-not-held`
   */
  async revoke(manager: EntityManager, given: RoleToRevoke): Promise<void> {
    const revoked = await this.end(manager, given.userId, given.revokedBy, {
      condition: 'role = $2 and edition_id is not distinct from $3',
      values: [given.role, given.editionId],
    });
    if (revoked === 0) throw new DomainError('role-not-held');
  }

  /** Takes back every role of a person, as when the account is disabled. */
  async revokeAll(manager: EntityManager, userId: string, revokedBy: string): Promise<void> {
    await this.end(manager, userId, revokedBy, { condition: 'true', values: [] });
  }

  /** The uuid of an edition. @throws DomainError `request-invalid` naming `edition` */
  async editionId(manager: EntityManager, slug: string): Promise<string> {
    const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
    if (rows[0] !== undefined) return rows[0].id;
    throw new DomainError('request-invalid', { problems: [fieldProblem('edition', 'field-invalid')] });
  }

  /** Live roles of a person, administrators first, then by edition in byte order. */
  async rolesOf(userId: string): Promise<RoleOfPerson[]> {
    return this.dataSource.query<RoleOfPerson[]>(
      `select g.role, g.may_approve as "mayApprove",
              case when e.id is not null then json_build_object(
                'slug', e.slug, 'name', json_build_object('zh', e.name_zh, 'en', e.name_en),
                'contest', json_build_object('key', c.key, 'name', json_build_object('zh', c.name_zh, 'en', c.name_en)))
              end as edition
         from role_grants g left join editions e on e.id = g.edition_id left join contests c on c.id = e.contest_id
        where g.user_id = $1 and g.revoked_at is null
        order by e.slug collate "C" nulls first, g.role collate "C"`,
      [userId],
    );
  }

  private async end(
    manager: EntityManager,
    userId: string,
    revokedBy: string,
    { condition, values }: { readonly condition: string; readonly values: readonly unknown[] },
  ): Promise<number> {
    const [revoked] = await manager.query<[{ role: Role; edition_id: string | null }[], number]>(
      `update role_grants set revoked_at = now() where user_id = $1 and revoked_at is null and ${condition}
       returning role, edition_id`,
      [userId, ...values],
    );
    await this.ledger.recordMany(
      manager,
      revoked.map(({ role, edition_id: edition }) => ({
        kind: 'role-revoked',
        subject: { user: userId, ...(edition === null ? {} : { edition }) },
        body: { role, revokedBy },
      })),
    );
    return revoked.length;
  }

  /**
   * Administrators hold one role and nothing else: no one runs the system and its data together. Nobody judges where they
   * compete.
   */
  private async assertCompatible(manager: EntityManager, grant: NewGrant): Promise<void> {
    const held = await manager.query<{ role: Role }[]>(
      'select role from role_grants where user_id = $1 and revoked_at is null',
      [grant.userId],
    );
    const others = held.filter(({ role }) => role !== grant.role);
    const clashes = isAdministratorRole(grant.role)
      ? others.length > 0
      : others.some(({ role }) => isAdministratorRole(role));
    if (clashes) throw new DomainError('role-exclusive');
    if (grant.editionId === null || !isJudgingRole(grant.role)) return;
    await assertNoCompetitor(manager, grant.editionId, [grant.userId]);
  }
}
