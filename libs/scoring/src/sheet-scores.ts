import type { EntityManager } from 'typeorm';
import type { TallyScore } from '#domain';

/** Sheets kept in memory; one of five criteria takes about half a kilobyte. */
const keptSheets = 100_000;

const scoresSql = `
  select x.score_sheet_id as id, json_object_agg(k.key, x.score::text) as scores
    from criterion_scores x join criteria k on k.id = x.criterion_id
   where x.score_sheet_id = any ($1::uuid[])
   group by x.score_sheet_id`;

/**
 * The scores of sheets, read once each: a revision's rows are written with it and never change, and a live stage is
 * tallied many times for every sheet it has. The shadow reads the rows anew every time.
 */
export class SheetScores {
  private readonly known = new Map<string, readonly TallyScore[]>();

  /** Reads the sheets that are not known yet. */
  async read(manager: EntityManager, sheetIds: readonly string[]): Promise<void> {
    if (this.known.size > keptSheets) this.known.clear();
    const missing = sheetIds.filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    const rows = await manager.query<{ id: string; scores: Readonly<Record<string, string>> }[]>(scoresSql, [missing]);
    for (const { id, scores } of rows) {
      this.known.set(
        id,
        Object.entries(scores).map(([criterion, score]) => ({ criterion, score })),
      );
    }
  }

  of(sheetId: string): readonly TallyScore[] {
    return this.known.get(sheetId) ?? [];
  }
}
