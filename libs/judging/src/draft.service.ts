import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, validateScoreSheet, type ScoreSheetInput } from '#domain';
import { RulesService } from '#contest';
import { AssignmentKeyService } from './assignment-key.service.js';
import { AssignmentStandingService } from './assignment-standing.service.js';

export interface DraftChange {
  readonly userId: string;
  readonly publicId: string;
  /** The version the judge has seen, 0 where there is none. */
  readonly seenVersion: number;
  /** The submitted revision that the judge has seen, 0 where there is none; left out, the draft's version alone decides. */
  readonly seenRevision?: number | undefined;
  /** Scores may be absent. A deduction or comments that are left out stay in the draft as they are; null takes them back. */
  readonly sheet: ScoreSheetInput;
}

interface StoredDraft extends ScoreSheetInput, SavedDraft {}

export interface SavedDraft {
  readonly version: number;
  readonly updatedAt: Date;
}

// Written only over the version seen: a second tab never overwrites the first in silence. A submission leaves the version
// without scores: whoever has seen no draft writes the next one, unless a submission stands there that was not seen. An
// assignment that is just being taken away is waited for, so that nobody is told that a draft was kept which then is gone.
const saveSql = `
  with target as (
    select a.id from assignments a
      join judges j on j.id = a.judge_id and j.user_id = $2 and j.is_active
      join stage_entries se on se.id = a.stage_entry_id
      join entries e on e.id = se.entry_id and e.state = 'submitted'
      join windows w on w.stage_id = a.stage_id and w.kind = 'judging'
     where a.public_id = $1 and a.voided_at is null
       and (window_is_open(w, now()) or sheet_unlocked_until(a.id, now()) is not null) and not has_conflict(a.judge_id, e.id)
       and ($5::integer is null
            or $5 = (select coalesce(max(s.revision), 0) from score_sheets s where s.assignment_id = a.id))
       for share of a
  )
  insert into drafts (assignment_id, version, scores, deduction, comments)
  select t.id, 1, $4, $6, $7 from target t
   where $3 = 0 or exists (select 1 from drafts d where d.assignment_id = t.id)
  on conflict (assignment_id) do update
     set scores = excluded.scores,
         deduction = case when $8 then excluded.deduction else drafts.deduction end,
         comments = case when $9 then excluded.comments else drafts.comments end,
         version = drafts.version + 1, updated_at = now()
   where case when drafts.scores is null then 0 else drafts.version end = $3
  returning version, updated_at as "updatedAt"`;

/** Keeps what a judge has typed so far: one mutable row per assignment, no ledger, empty once the sheet is submitted. */
@Injectable()
export class DraftService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly assignments: AssignmentKeyService,
    private readonly standing: AssignmentStandingService,
    private readonly rules: RulesService,
  ) {}

  /**
   * @throws DomainError `score-sheet-invalid`, `declaration-owed`, `revision-stale` with the stored draft, and the refusals of
   *   `AssignmentStandingService.assertScorable`
   */
  async save({ userId, publicId, seenVersion, seenRevision, sheet }: DraftChange): Promise<SavedDraft> {
    const assignment = await this.assignments.find(publicId);
    const version = await this.rules.current(assignment.stageId);
    if (await this.assignments.isDeclarationOwed(assignment, version)) {
      await this.standing.assertScorable(publicId, userId);
      throw new DomainError('declaration-owed');
    }
    const problems = validateScoreSheet(version.rules, sheet, 'draft');
    if (problems.length > 0) {
      await this.standing.assertScorable(publicId, userId);
      throw new DomainError('score-sheet-invalid', { problems });
    }
    const rows = await this.dataSource.query<SavedDraft[]>(saveSql, [
      ...[publicId, userId, seenVersion, JSON.stringify(sheet.scores), seenRevision ?? null],
      ...[sheet.deduction ?? null, sheet.comments ? JSON.stringify(sheet.comments) : null],
      // A page of an older release leaves out what it knows nothing of: that takes nothing back.
      ...[sheet.deduction !== undefined, sheet.comments !== undefined],
    ]);
    if (rows[0] !== undefined) return rows[0];
    await this.standing.assertScorable(publicId, userId);
    throw new DomainError('revision-stale', await this.stored(publicId));
  }

  private async stored(publicId: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.dataSource.query<StoredDraft[]>(
      `select d.version, d.scores, d.deduction::text as deduction, d.comments, d.updated_at as "updatedAt"
         from drafts d join assignments a on a.id = d.assignment_id where a.public_id = $1 and d.scores is not null`,
      [publicId],
    );
    const draft = rows[0] ?? null;
    return { version: draft?.version ?? 0, stored: draft };
  }
}
