import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type BilingualText, DomainError, fieldProblem } from '#domain';
import { assertFreeOfTies, IdempotencyService, type IdempotentRequest, permission } from '#identity';
import { LedgerService } from '#ledger';
import { TallyQueue } from '#queue';
import { type ConflictReason, ConflictService } from '../conflict.service.js';

export interface NewOrganiserRecusal {
  /** Of the entry, in its edition. */
  readonly entryNumber: number;
  readonly reasonCode: ConflictReason;
  /** User id of the organiser who takes the case. */
  readonly handedTo: string;
  /** User id of whom the entry concerns; the person who asks, where it is undefined. */
  readonly organiser?: string;
}

export interface OrganiserRecusalLine {
  readonly id: string;
  /** Null where the account is gone, as `handedTo`. */
  readonly organiser: string | null;
  readonly entryNumber: number;
  /** Null where the entry concerns the reader. */
  readonly entryTitle: string | null;
  readonly form: 'by-oneself' | 'ordered';
  readonly reasonCode: ConflictReason;
  readonly handedTo: string | null;
  readonly at: Date;
  /** The reader stepped back. */
  readonly isOwn: boolean;
  /** The reader has the case. */
  readonly isHandedToReader: boolean;
}

/** Somebody of the edition's office or hall. */
export interface OfficePerson {
  readonly id: string;
  readonly name: string | null;
  /** May take a case: holds an office role. */
  readonly takesCases: boolean;
}

export interface OrganiserRecusals {
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly reader: string;
  /** By name, with the reader. */
  readonly people: readonly OfficePerson[];
  /** The newest first, at most 500; of another's, none whose entry concerns the reader. */
  readonly recusals: readonly OrganiserRecusalLine[];
}

/** Who reads entries, and who may be handed a case. */
const readers = permission('organiser-recusal.declare').roles;
const takers = permission('organiser-recusal.order').roles;

/**
 * Organisers recuse too: whom an entry concerns hands its case to another organiser, and from then on reads nothing of it
 * (the database's `viewer_is_conflicted` and `conflicted_entries` say so to every route).
 */
@Injectable()
export class OrganiserRecusalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly conflicts: ConflictService,
    private readonly tallies: TallyQueue,
  ) {}

  /** The ledger is told of the reading. @throws DomainError `not-found` */
  async read(slug: string, reader: string): Promise<OrganiserRecusals> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { id, ...edition } = await editionOf(manager, slug);
      const recusals = await manager.query<OrganiserRecusalLine[]>(
        `select r.id, o.display_name as organiser, e.number as "entryNumber", r.form, r.reason_code as "reasonCode",
                case when not viewer_is_conflicted($2, e.id) then e.title end as "entryTitle",
                h.display_name as "handedTo", r.recorded_at as at, r.user_id = $2 as "isOwn",
                r.handed_to = $2 as "isHandedToReader"
           from organiser_recusals r join entries e on e.id = r.entry_id
           left join users o on o.id = r.user_id left join users h on h.id = r.handed_to
          where e.edition_id = $1 and (r.user_id = $2 or not viewer_is_conflicted($2, e.id))
          order by r.id desc limit 500`,
        [id, reader],
      );
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: id },
        body: { what: 'organiser-recusals', rows: recusals.length },
      });
      return { edition, reader, people: await peopleOf(manager, id), recusals };
    });
  }

  /**
   * Keeps the recusal: by oneself or, of another, ordered. It is not taken back. Where the person judges as well, the
   * judge steps back from the entry by the same act.
   *
   * @throws DomainError `not-found`, `organiser-conflicted` where the entry concerns who orders it, `organiser-recused`
   *   where it stands already, `request-invalid` naming `entryNumber`, `organiser` or `handedTo`
   */
  async declare(request: IdempotentRequest, slug: string, wanted: NewOrganiserRecusal): Promise<void> {
    const organiser = wanted.organiser ?? request.userId;
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { id: editionId } = await editionOf(manager, slug);
        // Held: of two who hand their case to each other, the second finds the first's recusal.
        const [entry] = await manager.query<{ id: string }[]>(
          `select id from entries where edition_id = $1 and number = $2 and state <> 'draft' for no key update`,
          [editionId, wanted.entryNumber],
        );
        if (!entry) throw invalid('entryNumber', 'entry-unknown');
        if (organiser !== request.userId) await assertFreeOfTies(manager, request.userId, [entry.id]);
        await assertPeople(manager, { editionId, entryId: entry.id, organiser, handedTo: wanted.handedTo });
        const form = organiser === request.userId ? 'by-oneself' : 'ordered';
        const made = await manager.query<unknown[]>(
          `insert into organiser_recusals (id, entry_id, user_id, form, reason_code, handed_to, declared_by)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (user_id, entry_id) do nothing returning 1`,
          [uuidv7(), entry.id, organiser, form, wanted.reasonCode, wanted.handedTo, request.userId],
        );
        if (made.length === 0) throw new DomainError('organiser-recused');
        await this.ledger.record(manager, {
          kind: 'organiser-recused',
          subject: { edition: editionId, organiser, entry: entry.id },
          body: { actor: request.userId, form, reason: wanted.reasonCode, handedTo: wanted.handedTo },
        });
        const judges = await manager.query<{ judgeId: string }[]>(
          'select id as "judgeId" from judges where user_id = $1 and edition_id = $2',
          [organiser, editionId],
        );
        const asJudge = judges.map((judge) => ({
          ...({ ...judge, entryId: entry.id, form, reasonCode: wanted.reasonCode } as const),
        }));
        stages.push(...(await this.conflicts.declareMany(manager, asJudge, { actor: request.userId })));
        return { status: 204, resultId: null };
      }),
    );
    for (const stage of stages) this.tallies.request(stage);
  }
}

async function editionOf(
  manager: EntityManager,
  slug: string,
): Promise<OrganiserRecusals['edition'] & { readonly id: string }> {
  const rows = await manager.query<(OrganiserRecusals['edition'] & { id: string })[]>(
    `select id, slug, is_demo as "isDemo", json_build_object('zh', name_zh, 'en', name_en) as name
       from editions where slug = $1`,
    [slug],
  );
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0];
}

function peopleOf(manager: EntityManager, editionId: string): Promise<OfficePerson[]> {
  return manager.query<OfficePerson[]>(
    `select u.id, u.display_name as name, bool_or(g.role = any ($3)) as "takesCases"
       from role_grants g join users u on u.id = g.user_id and u.disabled_at is null
      where g.edition_id = $1 and g.role = any ($2) and g.revoked_at is null
      group by u.id, u.display_name order by u.display_name collate "C", u.id`,
    [editionId, readers, takers],
  );
}

/** Another person of the office takes the case, and it concerns neither that one nor nobody of the edition. */
async function assertPeople(
  manager: EntityManager,
  people: { editionId: string; entryId: string; organiser: string; handedTo: string },
): Promise<void> {
  const { editionId, entryId, organiser, handedTo } = people;
  const known = await peopleOf(manager, editionId);
  if (!known.some(({ id }) => id === organiser)) throw invalid('organiser', 'organiser-unknown');
  if (handedTo === organiser || !known.some(({ id, takesCases }) => takesCases && id === handedTo)) {
    throw invalid('handedTo', 'case-taker-unknown');
  }
  const [row] = await manager.query<{ is: boolean }[]>('select viewer_is_conflicted($1, $2) as is', [
    ...[handedTo, entryId],
  ]);
  if (row?.is !== false) throw invalid('handedTo', 'case-taker-conflicted');
}

function invalid(path: string, code: Parameters<typeof fieldProblem>[1]): DomainError {
  return new DomainError('request-invalid', { problems: [fieldProblem(path, code)] });
}
