import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, type DuplicateVerdict } from '#domain';
import { assertFreeOfTies, IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { editionBySlug } from '../import/import-rows.js';

export interface NewDuplicateMark {
  /** Public id of an entry of the edition. */
  readonly entry: string;
  /** Public id of the other one. */
  readonly other: string;
  readonly verdict: DuplicateVerdict;
  /** Why; may be empty. */
  readonly note: string;
}

interface PairToMark {
  readonly first: string;
  readonly second: string;
  readonly title: number;
  readonly file: number;
  readonly person: number;
}

/** What the office says of pairs that it has looked at. Whoever marks may see both entries. */
@Injectable()
export class DuplicateMarkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param editionIds in which the person may mark
   * @throws DomainError `not-found` where nothing speaks for the pair or the person may not see it, `duplicate-marked`
   */
  async mark(
    request: IdempotentRequest,
    slug: string,
    given: NewDuplicateMark,
    editionIds: readonly string[],
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const editionId = await editionBySlug(manager, slug);
        await assertFreeOfTies(manager, request.userId, [given.entry, given.other]);
        const pair = await pairToMark(manager, editionId, given, editionIds);
        return { status: 204, resultId: await this.write(manager, editionId, pair, given, request.userId) };
      }),
    );
  }

  /** Takes a mark back. @throws DomainError `not-found` */
  async undo(request: IdempotentRequest, slug: string, id: string, editionIds: readonly string[]): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const editionId = await editionBySlug(manager, slug);
        const [rows] = await manager.query<[{ entry_id: string; other_id: string }[], number]>(
          `update duplicate_marks m set undone_at = now(), undone_by = $2 from entries e, entries o
           where m.id = $1 and m.undone_at is null and e.id = m.entry_id and o.id = m.other_id
             and $3 in (e.edition_id, o.edition_id) and e.edition_id = any ($4) and o.edition_id = any ($4)
           returning m.entry_id, m.other_id`,
          [id, request.userId, editionId, editionIds],
        );
        const mark = rows[0];
        if (!mark) throw new DomainError('not-found');
        await assertFreeOfTies(manager, request.userId, [mark.entry_id, mark.other_id]);
        await this.ledger.record(manager, {
          kind: 'duplicate-mark-undone',
          subject: { edition: editionId, entry: mark.entry_id, other: mark.other_id, mark: id },
          body: { actor: request.userId },
        });
        return { status: 204, resultId: id };
      }),
    );
  }

  private async write(
    manager: EntityManager,
    editionId: string,
    { first, second, title, file, person }: PairToMark,
    { verdict, note }: NewDuplicateMark,
    actor: string,
  ): Promise<string> {
    const [id, said] = [uuidv7(), note.trim()];
    const rows = await manager.query<unknown[]>(
      `insert into duplicate_marks (id, entry_id, other_id, verdict, note, title, file, person, marked_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (entry_id, other_id) where undone_at is null do nothing returning id`,
      [id, first, second, verdict, said, title, file, person, actor],
    );
    if (rows.length === 0) throw new DomainError('duplicate-marked');
    await this.ledger.record(manager, {
      kind: 'duplicate-marked',
      subject: { edition: editionId, entry: first, other: second, mark: id },
      body: { actor, verdict, note: await this.ledger.commitment(manager, 'duplicate-mark', id, said) },
    });
    return id;
  }
}

async function pairToMark(
  manager: EntityManager,
  editionId: string,
  { entry, other }: NewDuplicateMark,
  editionIds: readonly string[],
): Promise<PairToMark> {
  const rows = await manager.query<PairToMark[]>(
    `select least(p.entry_id, p.other_id) as first, greatest(p.entry_id, p.other_id) as second, p.title, p.file, p.person
     from duplicate_pairs p join entries e on e.id = p.entry_id join entries o on o.id = p.other_id
     where e.public_id = $1 and o.public_id = $2 and p.edition_id = $3 and p.other_edition_id = any ($4)`,
    [entry, other, editionId, editionIds],
  );
  if (!rows[0]) throw new DomainError('not-found');
  return rows[0];
}
