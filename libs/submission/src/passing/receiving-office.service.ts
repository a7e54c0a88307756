import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { type BilingualText, DomainError, fieldProblem } from '#domain';
import type { IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { TeamTransaction } from '../team/team-transaction.js';
import { withdrawPassings } from './passing-rows.js';

export const receivingOfficeKinds = ['district', 'park', 'investor', 'other'] as const;
export type ReceivingOfficeKind = (typeof receivingOfficeKinds)[number];

export interface NewReceivingOffice {
  readonly kind: ReceivingOfficeKind;
  /** 1 to 120 characters each. */
  readonly name: BilingualText;
}

export interface ReceivingOfficeView extends NewReceivingOffice {
  readonly publicId: string;
  readonly addedAt: Date;
  /** Null while entries may be passed to it. */
  readonly closedAt: Date | null;
  /** How many submitted entries allow it now. */
  readonly allowed: number;
}

/** An entry whose team lets it be passed on to one office. */
export interface AllowedEntry {
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  /** Of the wording that was agreed to. */
  readonly version: string;
  readonly allowedAt: Date;
}

export interface AllowedPage {
  readonly entries: readonly AllowedEntry[];
  /** Number of the last entry, where there are more. */
  readonly next: number | null;
}

/** To whom an edition can pass entries on (接收单位), kept by its office. */
@Injectable()
export class ReceivingOfficeService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly ledger: LedgerService,
  ) {}

  /** Those that stand first, each group by name. @throws DomainError `not-found` */
  async list(slug: string): Promise<ReceivingOfficeView[]> {
    const { manager } = this.transaction.dataSource;
    return manager.query<ReceivingOfficeView[]>(
      `select o.public_id as "publicId", o.kind, json_build_object('zh', o.name_zh, 'en', o.name_en) as name,
         o.recorded_at as "addedAt", o.closed_at as "closedAt",
         (select count(*)::int from passing_consents c join entries e on e.id = c.entry_id
           where c.office_id = o.id and c.withdrawn_at is null and e.state = 'submitted') as allowed
       from receiving_offices o where o.edition_id = $1
       order by o.closed_at is not null, o.name_en collate "C", o.recorded_at, o.id`,
      [await editionId(manager, slug)],
    );
  }

  /** @returns its public id @throws DomainError `not-found`, `request-invalid`, `receiving-office-held` */
  async add(request: IdempotentRequest, slug: string, { kind, name }: NewReceivingOffice): Promise<string> {
    const [zh, en] = [name.zh.trim(), name.en.trim()];
    const missing = Object.entries({ zh, en }).filter(([, text]) => text === '');
    const problems = missing.map(([language]) => fieldProblem(`name.${language}`, 'field-missing'));
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    return this.transaction.answering(
      request,
      async (manager) => {
        const edition = await editionId(manager, slug);
        const [id, publicId] = [uuidv7(), uuidv4()];
        const added = await manager.query<unknown[]>(
          `insert into receiving_offices (id, public_id, edition_id, kind, name_zh, name_en, added_by)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
          [id, publicId, edition, kind, zh, en, request.userId],
        );
        if (added.length === 0) throw new DomainError('receiving-office-held');
        await this.ledger.record(manager, {
          kind: 'receiving-office-added',
          subject: { edition, office: id },
          body: { actor: request.userId, kind },
        });
        return { id: publicId, answer: publicId };
      },
      (_, publicId) => Promise.resolve(publicId),
    );
  }

  /**
   * Nothing is passed to it any more: what teams allowed ends with it.
   *
   * @throws DomainError `not-found`, `receiving-office-closed`
   */
  async close(request: IdempotentRequest, slug: string, publicId: string): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const edition = await editionId(manager, slug);
      const office = await heldOffice(manager, edition, publicId);
      if (office.isClosed) throw new DomainError('receiving-office-closed');
      await manager.query('update receiving_offices set closed_at = now(), closed_by = $2 where id = $1', [
        ...[office.id, request.userId],
      ]);
      await this.ledger.record(manager, {
        kind: 'receiving-office-closed',
        subject: { edition, office: office.id },
        body: { actor: request.userId },
      });
      await withdrawPassings(manager, this.ledger, { officeId: office.id, entryId: null }, request.userId);
    });
  }

  /**
   * The submitted entries that allow it, but none that concerns the reader, by number; the reading is a ledger event.
   *
   * @param after number of the entry before the page
   * @param limit 1 to 100
   * @throws DomainError `not-found`
   */
  async allowed(
    slug: string,
    publicId: string,
    { after, limit }: { readonly after: number; readonly limit: number },
    readerId: string,
  ): Promise<AllowedPage> {
    return this.transaction.dataSource.transaction(async (manager) => {
      const edition = await editionId(manager, slug);
      const office = await heldOffice(manager, edition, publicId);
      const rows = await manager.query<AllowedEntry[]>(
        `select e.public_id as "publicId", e.number, e.title, c.version, c.given_at as "allowedAt"
         from passing_consents c join entries e on e.id = c.entry_id
         where c.office_id = $1 and c.withdrawn_at is null and e.state = 'submitted' and e.number > $2
           and e.id not in (select conflicted_entries($4))
         order by e.number limit $3`,
        [office.id, after, limit + 1, readerId],
      );
      const entries = rows.slice(0, limit);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition, office: office.id },
        body: { what: 'passings', rows: entries.length },
      });
      return { entries, next: rows.length > limit ? (entries.at(-1)?.number ?? null) : null };
    });
  }
}

async function editionId(manager: EntityManager, slug: string): Promise<string> {
  const rows = await manager.query<{ id: string }[]>('select id from editions where slug = $1', [slug]);
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0].id;
}

async function heldOffice(
  manager: EntityManager,
  edition: string,
  publicId: string,
): Promise<{ id: string; isClosed: boolean }> {
  const rows = await manager.query<{ id: string; isClosed: boolean }[]>(
    `select id, closed_at is not null as "isClosed" from receiving_offices
     where public_id = $1 and edition_id = $2 for no key update`,
    [publicId, edition],
  );
  if (!rows[0]) throw new DomainError('not-found', { office: publicId });
  return rows[0];
}
