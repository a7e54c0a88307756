import type { DataSource } from 'typeorm';

const counted = `select e.id, e.country_code from entries e join editions d on d.id = e.edition_id
  where e.state = 'submitted' and d.slug = any ($1)`;
const latest = `landing_confirmations l join (${counted}) c on c.id = l.entry_id
  where l.outcome = 'confirmed' and l.number = (select max(m.number) from landing_confirmations m where m.entry_id = l.entry_id)`;

const sql: Readonly<Record<string, string>> = {
  entries: `select (select count(*) from entries e where e.edition_id in (select id from editions where slug = any ($1))
      and e.state <> 'draft')::int
    - (select count(*) from entries e where e.edition_id in (select id from editions where slug = any ($1))
      and e.state = 'withdrawn')::int`,
  countries: `select count(*)::int from (select country_code from (${counted}) c group by 1) x`,
  transformations: `select count(*)::int from (${counted}) c
    where exists (select from transformations t where t.entry_id = c.id and t.progress = 'in-progress')`,
  problemsSolved: `select count(*)::int from enterprise_problems p join editions d on d.id = p.edition_id and d.slug = any ($1)
    where 'solved' = (select a.outcome from problem_acceptances a where a.problem_id = p.id
      and not exists (select from problem_acceptances b where b.problem_id = p.id and b.number > a.number))`,
  technicalProblemsSolved: `select count(*)::int from technical_problem_solutions s
    where s.entry_id in (select id from (${counted}) c)`,
  landingIntents: `select count(*)::int from ${latest}`,
  investmentYuan: `select sum(l.investment_yuan)::text from ${latest}`,
};

/** The key figures of editions taken together, counted in another way than the service counts them. */
export async function figuresBySql(
  dataSource: DataSource,
  slugs: readonly string[],
  names: readonly string[],
): Promise<Record<string, number | string>> {
  const figures: Record<string, number | string> = {};
  for (const name of names) {
    const rows = await dataSource.query<{ value: number | string }[]>(`select (${sql[name] ?? ''}) as value`, [slugs]);
    figures[name] = rows[0]?.value ?? 0;
  }
  return figures;
}
