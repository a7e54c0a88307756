import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';

export interface ContestFigures {
  readonly key: string;
  /** Slug. */
  readonly edition: string;
  /** Submitted and not withdrawn. */
  readonly entries: number;
  readonly countries: number;
  /** Entries with one in progress. Null where the contest does not report the figure. */
  readonly transformations: number | null;
  readonly problemsSolved: number | null;
  readonly technicalProblemsSolved: number | null;
  readonly landingIntents: number | null;
  /** Decimal string. */
  readonly investmentYuan: string | null;
}

export interface KeyFigures {
  readonly contests: readonly ContestFigures[];
  /** Over all entries together: a country that takes part in two contests counts once. */
  readonly total: { readonly entries: number; readonly countries: number };
  /** When the rows were counted, by the database's clock. */
  readonly asOf: Date;
}

interface FigureRow extends ContestFigures {
  readonly reported: readonly string[];
  readonly codes: readonly string[];
  readonly asOf: Date;
}

/** Key of a figure in a template's `reports`, by its name in the answer. */
const reportKeys = {
  transformations: 'transformations',
  problemsSolved: 'problems-solved',
  technicalProblemsSolved: 'technical-problems-solved',
  landingIntents: 'landing-intents',
  investmentYuan: 'investment-yuan',
} as const;

const latestPublished = `
  select distinct on (e.contest_id) e.id from editions e join contests c on c.id = e.contest_id
  where 'entries' = any (c.reported_figures)
    and exists (select from award_list_versions v join publications p on p.version_id = v.id where v.edition_id = e.id)
  order by e.contest_id, e.year desc, e.recorded_at desc`;

const figures = (editions: string) => `
  with chosen as (${editions}),
  counted as (select x.* from entries x join chosen on chosen.id = x.edition_id where x.state = 'submitted'),
  confirmed as (
    select distinct on (l.entry_id) l.entry_id, l.outcome, l.investment_yuan from landing_confirmations l
    join counted x on x.id = l.entry_id order by l.entry_id, l.number desc),
  accepted as (
    select distinct on (a.problem_id) a.problem_id, a.outcome, p.edition_id from problem_acceptances a
    join enterprise_problems p on p.id = a.problem_id join chosen on chosen.id = p.edition_id
    order by a.problem_id, a.number desc)
  select c.key, e.slug as edition, c.reported_figures as reported,
    (select count(*)::int from counted x where x.edition_id = e.id) as entries,
    (select count(distinct x.country_code)::int from counted x where x.edition_id = e.id) as countries,
    (select coalesce(array_agg(distinct x.country_code::text), '{}') from counted x where x.edition_id = e.id) as codes,
    (select count(distinct t.entry_id)::int from transformations t join counted x on x.id = t.entry_id
      where x.edition_id = e.id and t.progress = 'in-progress') as transformations,
    (select count(*)::int from accepted a where a.edition_id = e.id and a.outcome = 'solved') as "problemsSolved",
    (select count(*)::int from technical_problem_solutions s join counted x on x.id = s.entry_id
      where x.edition_id = e.id) as "technicalProblemsSolved",
    (select count(*)::int from confirmed f join counted x on x.id = f.entry_id
      where x.edition_id = e.id and f.outcome = 'confirmed') as "landingIntents",
    (select trim_scale(coalesce(sum(f.investment_yuan), 0))::text from confirmed f join counted x on x.id = f.entry_id
      where x.edition_id = e.id and f.outcome = 'confirmed') as "investmentYuan",
    now() as "asOf"
  from chosen join editions e on e.id = chosen.id join contests c on c.id = e.contest_id order by c.key collate "C"`;

/** The published figures (大赛数据): counted from rows at every call, never stored and never typed in. */
@Injectable()
export class KeyFiguresService {
  constructor(private readonly dataSource: DataSource) {}

  /** Each reporting contest's latest edition with a published list; before the first list there are none. */
  async latest(): Promise<KeyFigures> {
    return this.count(latestPublished, []);
  }

  /** @throws DomainError `not-found` naming `edition` */
  async ofEdition(slug: string): Promise<KeyFigures> {
    const counted = await this.count(`select id from editions where slug = $1`, [slug]);
    if (counted.contests.length === 0) {
      throw new DomainError('not-found', { edition: slug, problems: [fieldProblem('edition', 'field-invalid')] });
    }
    return counted;
  }

  private async count(editions: string, parameters: unknown[]): Promise<KeyFigures> {
    const rows = await this.dataSource.query<FigureRow[]>(figures(editions), parameters);
    const countries = new Set(rows.flatMap((row) => row.codes));
    const asOf = rows[0]?.asOf ?? (await this.now());
    return {
      contests: rows.map(reportedOf),
      total: { entries: rows.reduce((sum, row) => sum + row.entries, 0), countries: countries.size },
      asOf,
    };
  }

  private async now(): Promise<Date> {
    const rows = await this.dataSource.query<{ now: Date }[]>('select now()');
    return (rows[0] as { now: Date }).now;
  }
}

/** Figures that the contest does not report are null: not zero, which would be a statement. */
function reportedOf(row: FigureRow): ContestFigures {
  const reports = (figure: keyof typeof reportKeys) => row.reported.includes(reportKeys[figure]);
  return {
    key: row.key,
    edition: row.edition,
    entries: row.entries,
    countries: row.countries,
    transformations: reports('transformations') ? row.transformations : null,
    problemsSolved: reports('problemsSolved') ? row.problemsSolved : null,
    technicalProblemsSolved: reports('technicalProblemsSolved') ? row.technicalProblemsSolved : null,
    landingIntents: reports('landingIntents') ? row.landingIntents : null,
    investmentYuan: reports('investmentYuan') ? row.investmentYuan : null,
  };
}
