import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem } from '#domain';
import { LedgerService } from '#ledger';
import type { Role } from './role.js';
import { RoleService } from './role.service.js';
import { SessionService } from './session.service.js';

export interface NewUser {
  readonly email: string;
  readonly displayName: string;
  readonly locale?: 'zh' | 'en';
  readonly isDemo?: boolean;
}

export interface UserSummary {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
  readonly roles: readonly { readonly role: Role; readonly edition: string | null; readonly mayApprove: boolean }[];
}

/** One spelling an address: the form in which it is stored and looked up. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

export const isWellFormedName = (name: string) => /^\S(.{0,118}\S)?$/u.test(name);

/** @throws DomainError `request-invalid` naming `email` or `displayName` */
export function assertWellFormed({ email, displayName }: NewUser): void {
  const problems = [
    ...(/^[^\s@]{1,64}@[^\s@]{1,189}$/.test(normalEmail(email)) ? [] : [fieldProblem('email', 'field-invalid')]),
    ...(isWellFormedName(displayName) ? [] : [fieldProblem('displayName', 'field-invalid')]),
  ];
  if (problems.length > 0) throw new DomainError('request-invalid', { problems });
}

/** Accounts: who may have a session. A name and an address stand here alone, where they can be erased. */
@Injectable()
export class UserService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
    private readonly roles: RoleService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param actor uuid of who makes it; `commandLine` for the operator at the terminal
   * @returns the new user's uuid
   * @throws DomainError `user-exists`, `request-invalid` naming the field
   */
  async create(manager: EntityManager, user: NewUser, actor: string): Promise<string> {
    assertWellFormed(user);
    const id = uuidv7();
    const rows = await manager.query<{ id: string }[]>(
      `insert into users (id, email, display_name, locale, is_demo) values ($1, $2, $3, $4, $5)
       on conflict (email) do nothing returning id`,
      [id, normalEmail(user.email), user.displayName, user.locale ?? 'zh', user.isDemo ?? false],
    );
    if (rows.length === 0) throw new DomainError('user-exists');
    await this.ledger.record(manager, { kind: 'user-created', subject: { user: id }, body: { actor } });
    return id;
  }

  /**
   * As `create`, for many.
   *
   * @param users well formed, of addresses that have no account
   * @returns ids in the order given
   * @throws DomainError `revision-stale` where an address has got an account meanwhile
   */
  async createMany(manager: EntityManager, users: readonly NewUser[], actor: string): Promise<string[]> {
    for (const user of users) assertWellFormed(user);
    const ids = users.map(() => uuidv7());
    const rows = await manager.query<unknown[]>(
      `insert into users (id, email, display_name, locale, is_demo)
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[])
       on conflict (email) do nothing returning 1`,
      [
        ...[ids, users.map(({ email }) => normalEmail(email)), users.map(({ displayName }) => displayName)],
        ...[users.map(({ locale }) => locale ?? 'zh'), users.map(({ isDemo }) => isDemo ?? false)],
      ],
    );
    if (rows.length < users.length) throw new DomainError('revision-stale');
    await this.ledger.recordMany(
      manager,
      ids.map((id) => ({ kind: 'user-created', subject: { user: id }, body: { actor } })),
    );
    return ids;
  }

  /** The uuid behind an address. @throws DomainError `user-unknown` */
  async idOf(manager: EntityManager, email: string): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      'select id from users where email = $1 and disabled_at is null',
      [normalEmail(email)],
    );
    if (rows[0] === undefined) throw new DomainError('user-unknown');
    return rows[0].id;
  }

  async setLocale(userId: string, locale: 'zh' | 'en'): Promise<void> {
    await this.dataSource.query('update users set locale = $2 where id = $1', [userId, locale]);
  }

  /**
   * Ends every session and forbids new ones, from the next request on; every role ends too, so that an administrator's
   * seat can be taken by somebody else.
   *
   * @param actor as of {@link create}
   * @throws DomainError `user-unknown`
   */
  async disable(email: string, actor: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const id = await this.idOf(manager, email);
      await manager.query('update users set disabled_at = now() where id = $1', [id]);
      await this.sessions.closeAll(manager, id);
      await manager.query('update one_time_links set used_at = now() where user_id = $1 and used_at is null', [id]);
      await this.ledger.record(manager, { kind: 'user-disabled', subject: { user: id }, body: { actor } });
      await this.roles.revokeAll(manager, id, actor);
    });
  }

  /**
   * From now on the person signs in with another address: every session ends, and every link that was sent to the one
   * before.
   *
   * @returns the address before
   * @throws DomainError `user-exists` where another account has it; `user-unknown`
   */
  async moveAddress(manager: EntityManager, userId: string, email: string): Promise<string> {
    const address = normalEmail(email);
    const [before] = await manager.query<{ email: string }[]>(
      'select email from users where id = $1 and disabled_at is null for update',
      [userId],
    );
    if (before === undefined) throw new DomainError('user-unknown');
    const [holder] = await manager.query<unknown[]>('select from users where email = $1 and id <> $2', [
      ...[address, userId],
    ]);
    if (holder !== undefined) throw new DomainError('user-exists');
    await manager.query('update users set email = $2 where id = $1', [userId, address]);
    await this.sessions.closeAll(manager, userId);
    await manager.query('update one_time_links set used_at = now() where user_id = $1 and used_at is null', [userId]);
    return before.email;
  }

  /** Everybody who is not a demo account, with live roles; by address in byte order. */
  async list(): Promise<UserSummary[]> {
    return this.dataSource.query<UserSummary[]>(
      `select u.id, u.email, u.display_name as "displayName", u.is_demo as "isDemo",
              u.disabled_at is not null as "isDisabled",
              coalesce((select json_agg(json_build_object('role', g.role, 'edition', e.slug, 'mayApprove', g.may_approve)
                                        order by g.role collate "C", e.slug collate "C")
                          from role_grants g left join editions e on e.id = g.edition_id
                         where g.user_id = u.id and g.revoked_at is null), '[]') as roles
         from users u where not u.is_demo order by u.email collate "C"`,
    );
  }
}
