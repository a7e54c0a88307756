import { holdStages } from '#contest';
import { DomainError } from '#domain';
import type { EntityManager } from 'typeorm';

/** A stage that gives awards, with the newest completed tally and everything that would make it unfit to freeze. */
export interface AwardSource {
  stageId: string;
  stageKey: string;
  stageName: { zh: string; en: string };
  runId: string | null;
  fence: number | null;
  rulesHash: string | null;
  inputsHash: string | null;
  outputsHash: string | null;
  shadow: 'agrees' | 'differs' | null;
  windowClosed: boolean;
  pendingTallies: number;
}

/** A tier of a stage; rows come in the order of the list, highest first. */
export interface AwardTierRow {
  id: string;
  stageId: string;
  key: string;
  quota: number;
  minimumScore: string | null;
}

/** An entry of the run that a list would rest on. */
export interface RankedRow {
  stageId: string;
  entryId: string;
  entryPublicId: string;
  entryNumber: number;
  title: string;
  trackKey: string;
  countryCode: string;
  lead: string | null;
  outcome: 'ranked' | 'insufficient';
  rank: number | null;
  score: string | null;
  /** The ladder's step that settled the tie of this rank; null while none has, or where there is no tie. */
  resolvedBy: string | null;
}

/** The stages of an edition that give awards, in order. */
export function awardSources(manager: EntityManager, editionId: string): Promise<AwardSource[]> {
  return sources(
    manager,
    's.edition_id = $1 and exists (select 1 from award_tiers a where a.stage_id = s.id)',
    editionId,
  );
}

/** Makes the acts on an edition's lists, and those that a list rules out, come one after another. */
export async function holdAwardLists(manager: EntityManager, editionId: string): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended('award-list:' || $1, 0))`, [editionId]);
}

/** One stage, whether it gives awards or not. @throws DomainError `not-found` */
export async function knownStage(manager: EntityManager, stageId: string): Promise<AwardSource> {
  const [source] = await sources(manager, 's.id = $1', stageId);
  if (source === undefined) throw new DomainError('not-found', { stage: stageId });
  return source;
}

/**
 * Sources as they stay until the transaction ends: no sheet comes in, and every sheet let in before is seen by what was
 * read. Their runs keep their rows: a tally that completes meanwhile waits, and then leaves what a list has named.
 */
export async function heldSources(manager: EntityManager, read: () => Promise<AwardSource[]>): Promise<AwardSource[]> {
  for (;;) {
    const known = await read();
    await holdStages(
      manager,
      known.map(({ stageId }) => stageId),
    );
    const runIds = known.map(({ runId }) => runId);
    await manager.query('select 1 from tally_runs where id = any ($1) order by id for key share', [runIds]);
    const held = await read();
    // Another run was completed while we waited for the one we knew.
    if (held.every(({ runId }, index) => runId === runIds[index]) && held.length === runIds.length) return held;
  }
}

/** One stage as {@link heldSources} holds it. @throws DomainError `not-found` */
export async function heldStage(manager: EntityManager, stageId: string): Promise<AwardSource> {
  const [source] = await heldSources(manager, async () => [await knownStage(manager, stageId)]);
  return source as AwardSource;
}

async function sources(manager: EntityManager, condition: string, parameter: string): Promise<AwardSource[]> {
  return manager.query<AwardSource[]>(
    `select s.id as "stageId", s.key as "stageKey", json_build_object('zh', s.name_zh, 'en', s.name_en) as "stageName", r.id as "runId", r.fence::int as fence,
            encode(r.rules_hash, 'hex') as "rulesHash", encode(r.inputs_hash, 'hex') as "inputsHash",
            encode(r.outputs_hash, 'hex') as "outputsHash", r.shadow,
            coalesce(w.closed_at <= clock_timestamp() or w.deadline_at < clock_timestamp(), false) as "windowClosed",
            (select count(*)::int from pending_tallies p where p.stage_id = s.id) as "pendingTallies"
       from stages s
       left join windows w on w.stage_id = s.id and w.kind = 'judging'
       left join lateral (select * from tally_runs t where t.stage_id = s.id and t.state = 'completed'
                           order by t.fence desc limit 1) r on true
      where ${condition}
      order by s.position`,
    [parameter],
  );
}

export async function awardTiers(manager: EntityManager, editionId: string): Promise<AwardTierRow[]> {
  return manager.query<AwardTierRow[]>(
    `select id, stage_id as "stageId", key, quota, minimum_score::text as "minimumScore"
       from award_tiers where edition_id = $1 order by stage_id, position`,
    [editionId],
  );
}

export async function rankedRows(manager: EntityManager, runIds: readonly string[]): Promise<RankedRow[]> {
  return manager.query<RankedRow[]>(
    `select t.stage_id as "stageId", e.id as "entryId", e.public_id as "entryPublicId", e.number as "entryNumber",
            e.title, k.key as "trackKey", e.country_code as "countryCode", m.name as lead, t.outcome, t.rank, t.score::text as score, t.tie ->> 'resolvedBy' as "resolvedBy"
       from tally_rows t
       join stage_entries se on se.id = t.stage_entry_id
       join entries e on e.id = se.entry_id
       join tracks k on k.id = e.track_id
       left join team_members m on m.entry_id = e.id and m.role = 'lead'
      where t.run_id = any($1) and e.state = 'submitted' and coalesce(se.outcome, '') not in ('retired', 'forfeit')
      order by t.stage_id, t.rank nulls last, e.number`,
    [runIds],
  );
}

/**
 * Ranks, as `stageId:rank`, whose places two persons have recorded as shared. A decision stands as long as tallies of
 * the stage give the result it was taken on.
 */
export async function sharedRanks(manager: EntityManager, runIds: readonly string[]): Promise<Set<string>> {
  const rows = await manager.query<{ stage_id: string; rank: number }[]>(
    `select d.stage_id, d.rank
       from tally_runs r
       join tie_decisions d on d.stage_id = r.stage_id and d.step = 'shared'
       join tie_decision_approvals a on a.decision_id = d.id
       join tally_runs decided on decided.id = d.run_id and decided.outputs_hash = r.outputs_hash
      where r.id = any ($1)`,
    [runIds],
  );
  return new Set(rows.map((row) => `${row.stage_id}:${row.rank}`));
}
