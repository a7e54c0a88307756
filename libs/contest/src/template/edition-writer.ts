import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { upsertWindow } from './window-writer.js';
import type { ContestTemplate } from './template-schema.js';

export interface EditionOutcome {
  readonly id: string;
  readonly state: 'created' | 'updated' | 'unchanged';
}

interface EditionMark {
  /** 64 hex digits. */
  readonly templateHash: string;
  readonly isDemo: boolean;
}

interface EditionRow {
  readonly id: string;
  readonly contest_key: string;
  readonly is_demo: boolean;
  readonly template_hash: string;
}

/** Inserts or updates contest, edition and entry window; says whether the rest of the template has to be written. */
export async function writeEdition(
  manager: EntityManager,
  template: ContestTemplate,
  mark: EditionMark,
): Promise<EditionOutcome> {
  const existing = await findEdition(manager, template.edition.slug);
  if (existing) assertSame(existing, template, mark);
  if (existing?.template_hash === mark.templateHash) return { id: existing.id, state: 'unchanged' };
  const contestId = await upsertContest(manager, template);
  const id = existing?.id ?? uuidv7();
  const { edition } = template;
  // Once entries have opened, a receipt may have promised the hours that stand: they only grow.
  const hasOpened = existing !== undefined && (await holdsOpenedWindow(manager, existing.id));
  await manager.query(
    `insert into editions (id, contest_id, slug, name_zh, name_en, year, is_demo, template_hash, announcement_order,
       file_bytes_hours)
     values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'), $9, $10)
     on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, year = excluded.year,
       template_hash = excluded.template_hash, announcement_order = excluded.announcement_order,
       file_bytes_hours = greatest(excluded.file_bytes_hours, case when $11 then editions.file_bytes_hours end)`,
    [
      ...[id, contestId, edition.slug, edition.name.zh, edition.name.en, edition.year],
      ...[mark.isDemo, mark.templateHash, edition.announcementOrder, edition.fileBytesHours, hasOpened],
    ],
  );
  await manager.query(`insert into entry_counters (edition_id) values ($1) on conflict do nothing`, [id]);
  await upsertWindow(manager, { editionId: id, stageId: null, kind: 'entry', planned: edition.entryWindow });
  return { id, state: existing ? 'updated' : 'created' };
}

/** Whether the entry window has been opened; whoever would open it waits. */
async function holdsOpenedWindow(manager: EntityManager, editionId: string): Promise<boolean> {
  const rows = await manager.query<{ hasOpened: boolean }[]>(
    `select opened_at is not null as "hasOpened" from windows where edition_id = $1 and kind = 'entry' for update`,
    [editionId],
  );
  return rows[0]?.hasOpened ?? false;
}

async function findEdition(manager: EntityManager, slug: string): Promise<EditionRow | undefined> {
  const rows = await manager.query<EditionRow[]>(
    `select e.id, c.key as contest_key, e.is_demo, encode(e.template_hash, 'hex') as template_hash
     from editions e join contests c on c.id = e.contest_id where e.slug = $1`,
    [slug],
  );
  return rows[0];
}

function assertSame(existing: EditionRow, template: ContestTemplate, mark: EditionMark): void {
  const { slug } = template.edition;
  if (existing.contest_key !== template.contest.key) throw new DomainError('edition-exists', { slug });
  if (existing.is_demo !== mark.isDemo) throw new DomainError('edition-demo-mismatch', { slug });
}

async function upsertContest(manager: EntityManager, { contest }: ContestTemplate): Promise<string> {
  const rows = await manager.query<{ id: string }[]>(
    `insert into contests (id, key, name_zh, name_en, reported_figures) values ($1, $2, $3, $4, $5)
     on conflict (key) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
       reported_figures = excluded.reported_figures
     returning id`,
    [uuidv7(), contest.key, contest.name.zh, contest.name.en, contest.reports],
  );
  return (rows[0] as { id: string }).id;
}
