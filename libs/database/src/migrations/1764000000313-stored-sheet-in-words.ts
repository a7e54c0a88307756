import type { MigrationInterface, QueryRunner } from 'typeorm';

const storedSheet = /* sql */ `
-- What the judge must see before deciding again: the whole stored sheet, with what was deducted and said.
create or replace function stored_score_sheet(p_assignment uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
           'revision', s.revision, 'submittedAt', s.submitted_at, 'receipt', encode(s.event_hash, 'hex'),
           'scores', (select jsonb_object_agg(c.key, v.score::text)
                        from criterion_scores v join criteria c on c.id = v.criterion_id
                       where v.score_sheet_id = s.id),
           'deduction', nullif(s.deduction, 0)::text,
           'comments', (select jsonb_build_object('language', m.language) || m.comments
                          from sheet_comments m where m.sheet_id = s.id))
    from score_sheets s where s.assignment_id = p_assignment order by s.revision desc limit 1
$$;
`;

export class StoredSheetInWords1764000000313 implements MigrationInterface {
  readonly name = 'StoredSheetInWords1764000000313';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(storedSheet);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
