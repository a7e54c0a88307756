import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { SessionPolicy } from './session-policy.js';
import type { Grant, SignedIn } from './signed-in.js';
import { newToken, tokenHash } from './token.js';

interface ResolvedRow {
  user_id: string;
  display_name: string;
  locale: 'zh' | 'en';
  grants: Grant[] | null;
  touch: boolean;
}

// One round trip for session, person and roles. Every time is the database's.
const resolveSql = `
  select u.id as user_id, u.display_name, u.locale,
         s.last_seen_at < now() - interval '1 minute' as touch,
         (select json_agg(json_build_object('role', g.role, 'editionId', g.edition_id, 'mayApprove', g.may_approve))
            from role_grants g where g.user_id = u.id and g.revoked_at is null) as grants
    from sessions s join users u on u.id = s.user_id
   where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now()
     and s.last_seen_at > now() - make_interval(hours => $2)
     and u.disabled_at is null and u.is_demo = $3`;

const touchSql = `
  update sessions set last_seen_at = now()
   where token_hash = $1 and last_seen_at < now() - interval '1 minute'`;

/** Server-side sessions: a random token in the person's cookie, its hash in the database, revocable at once. */
@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
  ) {}

  /** Opens a session for this person and returns its token, which is stored nowhere. */
  async open(manager: EntityManager, userId: string): Promise<string> {
    const token = newToken();
    await manager.query(
      `insert into sessions (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(hours => $3))`,
      [tokenHash(token), userId, this.policy.maxHours],
    );
    return token;
  }

  /** The person behind a token; null when it is unknown, idle for too long, expired, revoked, or the person disabled. */
  async resolve(token: string): Promise<SignedIn | null> {
    return this.look(token, true);
  }

  /** As `resolve`, for a look that is no act of the person: an idle session stays idle. */
  async peek(token: string): Promise<SignedIn | null> {
    return this.look(token, false);
  }

  async close(manager: EntityManager, token: string): Promise<void> {
    const hash = tokenHash(token);
    if (hash === null) return;
    await manager.query('update sessions set revoked_at = now() where token_hash = $1 and revoked_at is null', [hash]);
  }

  /** Ends every session of a person: after a new password, or when the account is disabled. */
  async closeAll(manager: EntityManager, userId: string): Promise<void> {
    await manager.query('update sessions set revoked_at = now() where user_id = $1 and revoked_at is null', [userId]);
  }

  /** The database's clock, RFC 3339 in UTC. */
  async serverTime(): Promise<string> {
    const rows = await this.dataSource.query<{ now: Date }[]>('select now() as now');
    return (rows[0] as { now: Date }).now.toISOString();
  }

  private async look(token: string, isActive: boolean): Promise<SignedIn | null> {
    const hash = tokenHash(token);
    if (hash === null) return null;
    const pool = (this.dataSource.driver as PostgresDriver).master as Pool;
    // A named statement is planned once a connection: this query runs before every request.
    const found = await pool.query<ResolvedRow>({
      name: 'resolve-session',
      text: resolveSql,
      values: [hash, this.policy.idleHours, this.policy.demo],
    });
    const row = found.rows[0];
    if (row === undefined) return null;
    if (isActive && row.touch) await pool.query(touchSql, [hash]);
    return {
      ...{ userId: row.user_id, sessionHash: hash.toString('hex') },
      ...{ displayName: row.display_name, locale: row.locale, grants: row.grants ?? [] },
    };
  }
}
