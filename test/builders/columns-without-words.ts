import type { DataSource } from 'typeorm';
import type { WordFinder } from './find-words.js';

/** `table.column` of each text of what belongs to a team in which no word is found. */
export async function columnsWithoutWords(owner: DataSource, finder: WordFinder): Promise<string[]> {
  const columns = await owner.query<{ table: string; column: string }[]>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and c.data_type in ('text', 'jsonb', 'ARRAY', 'character')
       and (c.table_name in ('entries', 'users', 'organisations', 'eligibility_notes', 'imports') or exists (
         select from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name
           and o.column_name in ('entry_id', 'member_id', 'organisation_id', 'file_id', 'user_id', 'judge_id',
             'assignment_id', 'score_sheet_id')))
     order by 1, 2`,
  );
  const without: string[] = [];
  for (const { table, column } of columns) {
    const rows = await owner.query<{ text: string }[]>(`select ${column}::text as text from ${table}`);
    const found = await finder.in(Buffer.from(rows.map(({ text }) => text).join('\n')));
    if (found.size === 0) without.push(`${table}.${column}`);
  }
  return without;
}
