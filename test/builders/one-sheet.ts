import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changeRoster } from './roster.js';

/** The least rows that a submitted sheet of a stage needs, written past every service. */
export async function storeOneSheet(dataSource: DataSource, editionId: string, stageId: string): Promise<void> {
  const [entry, stageEntry, judge, assignment, sheet] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await dataSource.query(
    `insert into entries (id, edition_id, public_id, number, track_id, track_requires_problem, country_code, title, state, submitted_at)
     select $1, $2, gen_random_uuid(), 1, track_id, false, 'CN', 'A', 'submitted', now() from stages where id = $3`,
    [entry, editionId, stageId],
  );
  await dataSource.query(
    `insert into stage_entries (id, edition_id, stage_id, entry_id, came_by) values ($1, $2, $3, $4, 'registered')`,
    [stageEntry, editionId, stageId, entry],
  );
  await dataSource.query(`insert into judges (id, edition_id, kind) values ($1, $2, 'technology')`, [judge, editionId]);
  await changeRoster(dataSource, [judge]);
  await dataSource.query(
    `insert into assignments (id, public_id, stage_id, stage_entry_id, judge_id, position)
     values ($1, gen_random_uuid(), $2, $3, $4, 1)`,
    [assignment, stageId, stageEntry, judge],
  );
  const [version] = await dataSource.query<{ id: string }[]>(
    'select id from rules_versions where stage_id = $1 order by number desc limit 1',
    [stageId],
  );
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `insert into ledger_events (id, kind, canonical, hash)
       values ($1, 'sheet-submitted', $2, sha256(convert_to($2, 'UTF8')))`,
      [uuidv7(), JSON.stringify({ sheet })],
    );
    await manager.query(
      `insert into score_sheets (id, assignment_id, stage_id, revision, rules_version_id, event_hash)
       values ($1, $2, $5, 1, $3, sha256(convert_to($4, 'UTF8')))`,
      [sheet, assignment, version?.id, JSON.stringify({ sheet }), stageId],
    );
    await manager.query(
      `insert into criterion_scores (score_sheet_id, criterion_id, rules_version_id, score)
       select $1, id, rules_version_id, minimum from criteria where rules_version_id = $2`,
      [sheet, version?.id],
    );
  });
}
