import type { EntityManager } from 'typeorm';
import { DomainError, type AnalysisRules, type OpenableSection } from '#domain';
import type { ClosedReason } from './analysis-view.js';

/** What may be seen of a stage's analysis now, and of which run. */
export interface AnalysisOpening {
  readonly openedBy: 'rules' | 'frozen-list' | 'advancement';
  /** The run that the newest frozen list names; null where the newest analysis is shown. */
  readonly runId: string | null;
  /** Sections that the locked rules open before anything is decided. */
  readonly byRules: readonly OpenableSection[];
  /** Null where everything is open. */
  readonly closedReason: ClosedReason | null;
}

interface StageRow {
  readonly hasTiers: boolean;
  readonly frozenRunId: string | null;
  readonly isAdvanced: boolean;
  readonly analysis: AnalysisRules | null;
  readonly isLocked: boolean;
}

/**
 * The rule against outcome shopping: what tells who stands where opens when the stage's list is frozen, or, where it
 * gives no awards, when its advancement is recorded; before, only what locked rules open.
 *
 * @throws DomainError `not-found`
 */
export async function analysisOpening(manager: EntityManager, stageId: string): Promise<AnalysisOpening> {
  const rows = await manager.query<StageRow[]>(
    `select exists (select from award_tiers a where a.stage_id = s.id) as "hasTiers",
            (select r.id from award_list_runs l
               join tally_runs r on r.id = l.run_id and r.stage_id = s.id
               join award_list_versions v on v.id = l.version_id
              order by v.number desc limit 1) as "frozenRunId",
            exists (select from stage_entries x where x.stage_id = s.id and x.outcome = 'advanced') as "isAdvanced",
            v.document -> 'analysis' as analysis,
            exists (select from rules_locks k where k.rules_version_id = v.id) as "isLocked"
       from stages s
       left join lateral (select id, document from rules_versions w where w.stage_id = s.id
                           order by w.number desc limit 1) v on true
      where s.id = $1`,
    [stageId],
  );
  const [stage] = rows;
  if (stage === undefined) throw new DomainError('not-found', { stage: stageId });
  const { hasTiers, frozenRunId, isAdvanced, analysis, isLocked } = stage;
  const byRules = [...new Set(['coverage' as const, ...((isLocked && analysis?.openBeforeFreeze) || [])])];
  if (frozenRunId !== null) return { openedBy: 'frozen-list', runId: frozenRunId, byRules, closedReason: null };
  if (hasTiers) return { openedBy: 'rules', runId: null, byRules, closedReason: 'list-not-frozen' };
  if (isAdvanced) return { openedBy: 'advancement', runId: null, byRules, closedReason: null };
  return { openedBy: 'rules', runId: null, byRules, closedReason: 'advancement-not-recorded' };
}
