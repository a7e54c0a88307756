import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';

/**
 * Fills the database up to so many entries, in an edition of their own, each in a stage and assigned to one judge: what
 * years of contests leave behind. Written past the triggers, which would take longer than what is measured.
 */
export async function storeEntries(ownerUrl: string, upTo: number): Promise<void> {
  const owner = createDataSource(ownerUrl, { poolSize: 1 });
  await owner.initialize();
  try {
    await owner.query(`set session_replication_role = replica`);
    const edition = await pastEdition(owner);
    const [stored] = await owner.query<{ n: number }[]>('select count(*)::integer as n from entries');
    const missing = upTo - (stored?.n ?? 0);
    if (missing > 0) await owner.query(fill, [edition.id, edition.track, edition.stage, edition.judge, missing]);
    // What years leave behind has come to rest: it is neither being vacuumed nor written out while a sheet comes.
    for (const table of ['entries', 'stage_entries', 'assignments']) await owner.query(`vacuum (analyze) ${table}`);
    await owner.query('checkpoint');
  } finally {
    await owner.destroy();
  }
}

const fill = `
  with last as (select coalesce(max(number), 0) as number from entries where edition_id = $1), added as (
    insert into entries (id, edition_id, public_id, number, track_id, track_requires_problem, country_code, title,
                         state, submitted_at)
    select gen_random_uuid(), $1, gen_random_uuid(), l.number + n, $2, false, 'CN', 'Past entry ' || l.number + n,
           'submitted', now()
      from last l, generate_series(1, $5::integer) n returning id, number
  ), standing as (
    insert into stage_entries (id, edition_id, stage_id, entry_id, came_by)
    select gen_random_uuid(), $1, $3, id, 'registered' from added returning id
  )
  insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
  select gen_random_uuid(), gen_random_uuid(), $3, id, $4, row_number() over () + (select number from last) from standing`;

async function pastEdition(owner: DataSource) {
  const [known] = await owner.query<{ id: string; track: string; stage: string; judge: string }[]>(
    `select e.id, t.id as track, s.id as stage, j.id as judge from editions e join tracks t on t.edition_id = e.id
       join stages s on s.edition_id = e.id join judges j on j.edition_id = e.id where e.slug = 'past'`,
  );
  if (known) return known;
  const [id, track, stage, judge] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await owner.query(
    `insert into editions (id, contest_id, slug, name_zh, name_en, year, template_hash)
     select $1, id, 'past', '往届', 'Past edition', 2025, $2 from contests limit 1`,
    [id, Buffer.alloc(32)],
  );
  await owner.query(
    `insert into tracks (id, edition_id, key, name_zh, name_en, position) values ($1, $2, 'all', '全部', 'All', 1)`,
    [track, id],
  );
  await owner.query(
    `insert into stages (id, edition_id, track_id, key, kind, name_zh, name_en, position)
     values ($1, $2, $3, 'past', 'online-review', '初评', 'First round', 1)`,
    [stage, id, track],
  );
  await owner.query(`insert into judges (id, edition_id, kind) values ($1, $2, 'technology')`, [judge, id]);
  return { id, track, stage, judge };
}
