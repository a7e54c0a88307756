import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';

/** Failures that cost nothing; from then on each doubles the wait. */
const freeFailures = { account: 4, source: 100 } as const;
const longestWaitSeconds = 900;

export interface LoginKeys {
  /** Hash of the address typed, known or not. */
  readonly account: Buffer;
  /** Hash of where it came from. */
  readonly source: Buffer;
}

interface State {
  account_failures: number;
  account_age: number | null;
  source_failures: number;
  source_age: number | null;
}

function key(kind: string, text: string): Buffer {
  return createHash('sha256').update(`${kind}\n${text}`, 'utf8').digest();
}

/** Keys of another kind of attempt, counted apart from sign-ins. @param account whose attempts count together */
export function attemptKeys(kind: string, account: string, source: string): LoginKeys {
  return { account: key(`${kind}-account`, account), source: key(`${kind}-source`, source) };
}

export function loginKeys(email: string, source: string): LoginKeys {
  return { account: key('account', email), source: key('source', source) };
}

// A source from which the account's person has signed in before counts its own failures only: otherwise a stranger
// could keep a judge out before a deadline.
const stateSql = `
  with known as (
    select exists (select from login_attempts where account_key = $1 and source_key = $2 and succeeded) as yes
  ), account as (
    select count(*)::int as failures, extract(epoch from now() - max(attempted_at))::float8 as age
      from login_attempts a, known
     where a.account_key = $1 and not a.succeeded and a.attempted_at > now() - interval '1 day'
       and (not known.yes or a.source_key = $2)
       and a.attempted_at > coalesce((select max(s.attempted_at) from login_attempts s
             where s.account_key = $1 and s.succeeded and (not known.yes or s.source_key = $2)), '-infinity')
  ), source as (
    select count(*)::int as failures, extract(epoch from now() - max(attempted_at))::float8 as age
      from login_attempts where source_key = $2 and not succeeded and attempted_at > now() - interval '1 hour'
  )
  select account.failures as account_failures, account.age as account_age,
         source.failures as source_failures, source.age as source_age
    from account, source`;

/** Seconds still to wait after `failures`, the last of which is `age` seconds old. */
export function waitSeconds(failures: number, free: number, age: number | null): number {
  if (failures <= free || age === null) return 0;
  const wait = Math.min(longestWaitSeconds, 2 ** Math.min(failures - free, 20));
  return Math.max(0, Math.ceil(wait - age));
}

/** Slows guessing down, in the database, so that it holds for all api processes together and over restarts. */
@Injectable()
export class LoginThrottleService {
  /** Failures that no longer count for anybody: addresses and places that were typed are not kept for ever. */
  async forgetOld(manager: EntityManager): Promise<void> {
    await manager.query(`delete from login_attempts where not succeeded and attempted_at < now() - interval '1 day'`);
  }

  /**
   * Notes an attempt as failed before its password is looked at, so that attempts made at once count each other.
   * An attempt that is turned away is not noted: waiting ends by itself.
   *
   * @returns the attempt's id, for `succeed`
   * @throws DomainError `too-many-attempts` with `retryAfterSeconds`
   */
  async begin(manager: EntityManager, keys: LoginKeys): Promise<string> {
    await manager.query("select pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 0))", [keys.account]);
    const [state] = await manager.query<State[]>(stateSql, [keys.account, keys.source]);
    if (state === undefined) throw new RangeError('the throttle query answers one row');
    const retryAfterSeconds = Math.max(
      waitSeconds(state.account_failures, freeFailures.account, state.account_age),
      waitSeconds(state.source_failures, freeFailures.source, state.source_age),
    );
    if (retryAfterSeconds > 0) throw new DomainError('too-many-attempts', { retryAfterSeconds });
    const id = uuidv7();
    await manager.query(
      'insert into login_attempts (id, account_key, source_key, succeeded) values ($1, $2, $3, false)',
      [id, keys.account, keys.source],
    );
    return id;
  }

  /** Attempts of a day for one account, one that has just begun among them. */
  async attemptsOfDay(manager: EntityManager, { account }: LoginKeys): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `select count(*)::int as count from login_attempts
       where account_key = $1 and attempted_at > now() - interval '1 day'`,
      [account],
    );
    return row?.count ?? 0;
  }

  /** Turns the attempt into a success, from which counting starts anew, and forgets what no rule looks at any more. */
  async succeed(manager: EntityManager, attemptId: string, keys: LoginKeys): Promise<void> {
    await manager.query('update login_attempts set succeeded = true where id = $1', [attemptId]);
    await manager.query(
      `delete from login_attempts where account_key = $1
          and attempted_at < now() - case when succeeded then interval '30 days' else interval '1 day' end`,
      [keys.account],
    );
  }
}
