import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson, DomainError, type LedgerValue, sha256Hex } from '#domain';

export interface IdempotentRequest {
  readonly userId: string;
  /** The route's pattern with its identifiers, such as `POST /editions/goe-2024/entries`. */
  readonly route: string;
  readonly key: string;
  readonly body: unknown;
}

export interface IdempotentResult {
  readonly status: number;
  /** uuid of what the act made, from which its answer is rebuilt; null where the answer has nothing in it. */
  readonly resultId: string | null;
}

interface StoredKey {
  body_hash: Buffer;
  status: number | null;
  result_id: string | null;
}

/** Makes a write happen once, however often it is sent. */
@Injectable()
export class IdempotencyService {
  /**
   * Runs `act` in the caller's transaction unless the same person has sent this key to this route before: then its
   * stored result is given back with `replayed`. A twin that is still running is waited for on the key's index. If
   * `act` refuses, the transaction takes the key away with it.
   *
   * @param manager of an open READ COMMITTED transaction
   * @throws DomainError `idempotency-key-reused` for the same key with another body
   */
  async run(
    manager: EntityManager,
    request: IdempotentRequest,
    act: () => Promise<IdempotentResult>,
  ): Promise<IdempotentResult & { readonly replayed: boolean }> {
    const { userId, route, key } = request;
    const bodyHash = Buffer.from(sha256Hex(canonicalJson((request.body ?? null) as LedgerValue)), 'hex');
    const claimed = await manager.query<unknown[]>(
      `insert into idempotency_keys (user_id, route, key, body_hash) values ($1, $2, $3, $4)
       on conflict do nothing returning user_id`,
      [userId, route, key, bodyHash],
    );
    if (claimed.length === 0) return { ...(await this.stored(manager, request, bodyHash)), replayed: true };
    const result = await act();
    await manager.query(
      'update idempotency_keys set status = $4, result_id = $5 where user_id = $1 and route = $2 and key = $3',
      [userId, route, key, result.status, result.resultId],
    );
    return { ...result, replayed: false };
  }

  private async stored(
    manager: EntityManager,
    { userId, route, key }: IdempotentRequest,
    bodyHash: Buffer,
  ): Promise<IdempotentResult> {
    const [row] = await manager.query<StoredKey[]>(
      'select body_hash, status, result_id from idempotency_keys where user_id = $1 and route = $2 and key = $3',
      [userId, route, key],
    );
    if (row === undefined || row.status === null) throw new RangeError('the transaction has to be READ COMMITTED');
    if (!row.body_hash.equals(bodyHash)) throw new DomainError('idempotency-key-reused');
    return { status: row.status, resultId: row.result_id };
  }
}
