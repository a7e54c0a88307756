import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, fieldProblem, type LandingSuggestion } from '#domain';
import { LedgerService } from '#ledger';
import type { LandingDeclaration } from './landing-declaration.js';

/** One entry as the landing office sees it: declared, suggested and confirmed stand apart. */
export interface LandingRow {
  readonly entryPublicId: string;
  readonly entryNumber: number;
  readonly title: string;
  readonly countryCode: string;
  readonly declared: Required<LandingDeclaration> | null;
  /** The rule's opinion with every signal; null before the worker computed it. */
  readonly suggested: (LandingSuggestion & { readonly computedAt: string }) | null;
  readonly confirmed: {
    readonly outcome: 'confirmed' | 'revoked';
    readonly investmentYuan: string;
    readonly occurredOn: string;
  } | null;
}

export interface LandingPage {
  readonly intents: readonly LandingRow[];
  readonly counts: { readonly declared: number; readonly suggested: number; readonly confirmed: number };
  readonly nextCursor: string | null;
}

const standing = `
  select x.id, x.public_id, x.number, x.title, x.country_code,
    i.id is not null as is_declared, s.is_suggested, c.outcome = 'confirmed' as is_confirmed,
    case when i.id is not null then json_build_object('way', i.way, 'districts', i.districts,
      'investmentYuan', i.investment_yuan::text, 'timetableMonths', i.timetable_months, 'needs', i.needs,
      'localPartner', i.local_partner) end as declared,
    case when s.entry_id is not null then s.signals || jsonb_build_object('computedAt', s.computed_at) end as suggested,
    case when c.entry_id is not null then json_build_object('outcome', c.outcome,
      'investmentYuan', c.investment_yuan::text, 'occurredOn', c.occurred_on) end as confirmed
  from entries x join editions e on e.id = x.edition_id
  left join landing_intents i on i.entry_id = x.id and i.withdrawn_at is null
  left join landing_suggestions s on s.entry_id = x.id
  left join lateral (select * from landing_confirmations l where l.entry_id = x.id order by l.number desc limit 1) c on true
  where e.slug = $1 and x.state = 'submitted' and x.id not in (select conflicted_entries($2)) and (i.id is not null or s.is_suggested or c.entry_id is not null)`;

/** Landing intents of an edition for its organisers. */
@Injectable()
export class LandingQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Entries that are declared, suggested or confirmed, by number; none that concerns the reader. Each page read is a ledger event.
   *
   * @param cursor of the page before
   * @throws DomainError `request-invalid` for a cursor that is none, `not-found` for an unknown edition
   */
  async page(
    slug: string,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
    readerId: string,
  ): Promise<LandingPage> {
    const after = cursor === undefined ? 0 : readCursor(cursor);
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<LandingRow[]>(
        `select public_id as "entryPublicId", number as "entryNumber", title, country_code as "countryCode",
           declared, suggested, confirmed
         from (${standing}) standing where number > $3 order by number limit $4`,
        [slug, readerId, after, limit + 1],
      );
      const counts = await countsOf(manager, slug, readerId);
      const intents = rows.slice(0, limit);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: readerId, edition: counts.editionId },
        body: { what: 'landing-intents', afterNumber: after, rows: intents.length },
      });
      const last = intents.at(-1);
      const isCut = rows.length > limit && last !== undefined;
      const nextCursor = isCut ? Buffer.from(String(last.entryNumber)).toString('base64url') : null;
      const { declared, suggested, confirmed } = counts;
      return { intents, counts: { declared, suggested, confirmed }, nextCursor };
    });
  }
}

async function countsOf(
  manager: EntityManager,
  slug: string,
  readerId: string,
): Promise<LandingPage['counts'] & { editionId: string }> {
  const rows = await manager.query<(LandingPage['counts'] & { editionId: string })[]>(
    `select d.id as "editionId", count(*) filter (where is_declared)::int as declared,
       count(*) filter (where is_suggested)::int as suggested, count(*) filter (where is_confirmed)::int as confirmed
     from editions d left join (${standing}) standing on true where d.slug = $1 group by d.id`,
    [slug, readerId],
  );
  if (!rows[0]) throw new DomainError('not-found', { edition: slug });
  return rows[0];
}

function readCursor(cursor: string): number {
  const number = Buffer.from(cursor, 'base64url').toString();
  if (!/^[1-9][0-9]{0,8}$/.test(number)) {
    throw new DomainError('request-invalid', { problems: [fieldProblem('cursor', 'field-invalid')] });
  }
  return Number(number);
}
