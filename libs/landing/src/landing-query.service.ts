import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, fieldProblem, type LandingSuggestion } from '#domain';
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
  where e.slug = $1 and x.state = 'submitted' and (i.id is not null or s.is_suggested or c.entry_id is not null)`;

/** Landing intents of an edition for its organisers and district officers. */
@Injectable()
export class LandingQueryService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Entries that are declared, suggested or confirmed, by number.
   *
   * @param cursor of the page before
   * @throws DomainError `request-invalid` for a cursor that is none
   */
  async page(
    slug: string,
    { cursor, limit }: { readonly cursor?: string; readonly limit: number },
  ): Promise<LandingPage> {
    const after = cursor === undefined ? 0 : readCursor(cursor);
    const rows = await this.dataSource.query<LandingRow[]>(
      `select public_id as "entryPublicId", number as "entryNumber", title, country_code as "countryCode",
         declared, suggested, confirmed
       from (${standing}) standing where number > $2 order by number limit $3`,
      [slug, after, limit + 1],
    );
    const [counts] = await this.dataSource.query<LandingPage['counts'][]>(
      `select count(*) filter (where is_declared)::int as declared,
         count(*) filter (where is_suggested)::int as suggested,
         count(*) filter (where is_confirmed)::int as confirmed from (${standing}) standing`,
      [slug],
    );
    const intents = rows.slice(0, limit);
    const last = intents.at(-1);
    const nextCursor = rows.length > limit && last ? Buffer.from(String(last.entryNumber)).toString('base64url') : null;
    return { intents, counts: counts ?? { declared: 0, suggested: 0, confirmed: 0 }, nextCursor };
  }
}

function readCursor(cursor: string): number {
  const number = Buffer.from(cursor, 'base64url').toString();
  if (!/^[1-9][0-9]{0,8}$/.test(number)) {
    throw new DomainError('request-invalid', { problems: [fieldProblem('cursor', 'field-invalid')] });
  }
  return Number(number);
}
