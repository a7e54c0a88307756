import type { EntityManager } from 'typeorm';

/**
 * What a judge handed in after judging, to the office that decides about it: what there is and how it differs from what
 * stands, never a score. Whether a late sheet comes in must not depend on what it says.
 */
export interface LateLine {
  readonly id: string;
  /** Id of the judge, as an unlock is asked for. */
  readonly judgeId: string;
  /** Null where the account is gone, as `decidedBy`. */
  readonly judge: string | null;
  /** Public id. */
  readonly entry: string;
  readonly entryNumber: number;
  readonly entryTitle: string;
  /** That stands; 0 where nothing was submitted in time. */
  readonly revision: number;
  readonly submittedAt: Date | null;
  /** By the judge's device; null where it didn't tell. */
  readonly typedAt: Date | null;
  readonly receivedAt: Date;
  /** How many criteria have a score in it, and how many there are. */
  readonly given: number;
  readonly of: number;
  /** How many of the given scores are other than those that stand. */
  readonly changed: number;
  readonly changesDeduction: boolean;
  /** Something is said in words. */
  readonly hasComments: boolean;
  /** `asked`: an unlock of the sheet awaits approval. */
  readonly state: 'waiting' | 'asked' | 'accepted' | 'refused';
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Null where none was needed, or it was erased. */
  readonly reason: string | null;
}

/** Entries to which the reader has a tie are left out. */
export function lateLinesOf(manager: EntityManager, stageId: string, reader: string): Promise<LateLine[]> {
  return manager.query<LateLine[]>(
    `select l.id, a.judge_id as "judgeId", p.display_name as judge, e.public_id as entry, e.number as "entryNumber",
            e.title as "entryTitle", l.revision, s.submitted_at as "submittedAt", l.typed_at as "typedAt",
            l.received_at as "receivedAt", x.given, x.changed, r.of,
            coalesce(l.deduction, 0) <> coalesce(s.deduction, 0) as "changesDeduction",
            coalesce(l.comments, '{}') <> '{}' as "hasComments",
            case when l.outcome is not null then l.outcome
              when exists (select from sheet_unlocks u where u.assignment_id = l.assignment_id and u.outcome is null)
              then 'asked' else 'waiting' end as state,
            d.display_name as "decidedBy", l.decided_at as "decidedAt", l.reason
       from late_sheets l join assignments a on a.id = l.assignment_id
       join stage_entries se on se.id = a.stage_entry_id join entries e on e.id = se.entry_id
       join judges j on j.id = a.judge_id left join users p on p.id = j.user_id
       left join users d on d.id = l.decided_by
       left join score_sheets s on s.assignment_id = l.assignment_id and s.revision = l.revision
       left join lateral (
         select count(*)::int as given,
                count(*) filter (where o.score is distinct from g.value::numeric)::int as changed
           from jsonb_each_text(l.scores) g left join (
             select c.key, v.score from criterion_scores v join criteria c on c.id = v.criterion_id
              where v.score_sheet_id = s.id) o on o.key = g.key) x on true
       left join lateral (
         select count(*)::int as of from criteria c where c.rules_version_id = (
           select v.id from rules_versions v where v.stage_id = l.stage_id order by v.number desc limit 1)) r on true
      where l.stage_id = $1 and not viewer_is_conflicted($2, se.entry_id)
      order by (l.outcome is null) desc, l.id desc`,
    [stageId, reader],
  );
}
