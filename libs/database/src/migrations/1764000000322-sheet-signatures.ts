import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- A judge's signature on one revision, where the rules have it given on the screen. Personal: the row may be erased, and
-- the event of its sheet is bound to it by a salted commitment alone.
create table sheet_signatures (
  sheet_id uuid primary key references score_sheets (id),
  kind text not null constraint sheet_signatures_kind check (kind in ('drawn', 'typed')),
  content text not null constraint sheet_signatures_content check (length(content) between 1 and 20000)
);

create function sheet_signatures_stay() returns trigger language plpgsql as $$
begin
  raise exception 'a signature stays as it was given' using errcode = '23514', constraint = 'sheet_signatures_stay';
end $$;
create trigger sheet_signatures_stay before update on sheet_signatures
  for each row execute function sheet_signatures_stay();
`;

export class SheetSignatures1764000000322 implements MigrationInterface {
  readonly name = 'SheetSignatures1764000000322';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
