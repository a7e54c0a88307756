import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RulesService } from '#contest';
import { compareCodePoints } from '#domain';
import { LedgerService } from '#ledger';
import { openAssigningStage } from '../assignment/assigning-stage.js';
import { handParameters, handRefusals } from '../assignment/hand-rules.js';
import { type StageProblem, stageProblem } from '../assignment/stage-problem.js';

/** Somebody to whom the entry can be given by hand: no rule stands against it. */
export interface ProposedSubstitute {
  /** Id of the judge. */
  readonly id: string;
  readonly name: string | null;
  /** From the reserve of the roster. */
  readonly isSubstitute: boolean;
  /** Entries that the judge has in this stage. */
  readonly load: number;
}

/** An entry that a recusal left with fewer judges than it should have. */
export interface EntryToCover {
  /** Id in the stage, as an assignment by hand takes it. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Judges it lacks. */
  readonly missing: number;
  /** The best first, at most three; empty where every judge is kept from it by some rule. */
  readonly proposed: readonly ProposedSubstitute[];
}

/** Entries for which substitutes are looked for at once, and how many are proposed for each. */
const most = { entries: 20, proposed: 3 } as const;

interface ShortEntry {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly judges: number;
}

/**
 * Whom to call on after a recusal: substitutes first, those of a draw in the order drawn, then whoever has least, each by
 * every rule of an assignment.
 */
@Injectable()
export class SubstituteService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * The first twenty entries by number. The ledger is told of the reading.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `window-already-closed`
   */
  async propose(stageId: string, reader: string): Promise<EntryToCover[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await openAssigningStage(manager, stageId, reader);
      const parameters = await handParameters(manager, this.rules, stageId);
      const entries = await shortEntries(manager, stageId, parameters.judgesWanted);
      const proposals =
        entries.length === 0
          ? []
          : propose(entries, await stageProblem(manager, stageId, parameters), await reserves(manager, stageId));
      const names = await namesOf(manager, [...new Set(proposals.flatMap((one) => one.map(({ id }) => id)))]);
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'substitutes', rows: entries.length },
      });
      return entries.map(({ judges, ...entry }, index) => ({
        ...{ ...entry, missing: parameters.judgesWanted - judges },
        proposed: (proposals[index] ?? []).map((judge) => ({ ...judge, name: names.get(judge.id) ?? null })),
      }));
    });
  }
}

function shortEntries(manager: EntityManager, stageId: string, wanted: number): Promise<ShortEntry[]> {
  return manager.query<ShortEntry[]>(
    `select se.id, e.number, e.title, x.judges
       from (select distinct stage_entry_id from assignments where stage_id = $1 and void_reason = 'recusal') r
       join stage_entries se on se.id = r.stage_entry_id and coalesce(se.outcome, '') not in ('retired', 'forfeit')
       join entries e on e.id = se.entry_id and e.state = 'submitted'
       cross join lateral (select count(*)::int as judges from active_assignments a
         where a.stage_entry_id = se.id and a.stage_id = $1) x
      where x.judges < $2 order by e.number limit $3`,
    [stageId, wanted, most.entries],
  );
}

/** Past every place that was drawn. */
const beyond = Number.MAX_SAFE_INTEGER;

/** Places of drawn reserves (备选评委): in their order they are called, and nobody picks. */
async function reserves(manager: EntityManager, stageId: string): Promise<Map<string, number>> {
  const rows = await manager.query<{ judge: string; place: number }[]>(
    `select l.judge_id as judge, min(l.place) as place from draw_lines l join draws d on d.id = l.draw_id
      where d.stage_id = $1 and d.kind = 'judges' and d.state = 'confirmed' and d.replaced_at is null
        and l.outcome = 'reserve' and l.judge_id is not null group by l.judge_id`,
    [stageId],
  );
  return new Map(rows.map(({ judge, place }) => [judge, place]));
}

/** For each entry; somebody proposed for one counts as having it when the next is looked at. */
function propose(
  entries: readonly { readonly id: string }[],
  stage: StageProblem,
  places: ReadonlyMap<string, number>,
): Omit<ProposedSubstitute, 'name'>[][] {
  const loads = new Map<string, number>();
  for (const { judge } of stage.standing) loads.set(judge, (loads.get(judge) ?? 0) + 1);
  const kept = new Set(stage.problem.conflicts.map(({ entry, judge }) => `${entry} ${judge}`));
  const judges = stage.problem.judges.map(({ id }) => ({ id, isSubstitute: stage.absences.get(id) === 'substitute' }));
  const placeOf = (judge: string) => places.get(judge) ?? beyond;
  return entries.map(({ id: entry }) => {
    const found: Omit<ProposedSubstitute, 'name'>[] = [];
    const ranked = judges
      .map((judge) => ({ ...judge, load: loads.get(judge.id) ?? 0 }))
      .sort(
        (left, right) =>
          Number(right.isSubstitute) - Number(left.isSubstitute) ||
          placeOf(left.id) - placeOf(right.id) ||
          left.load - right.load ||
          compareCodePoints(left.id, right.id),
      );
    for (const judge of ranked) {
      if (found.length === most.proposed) break;
      if (kept.has(`${entry} ${judge.id}`)) continue;
      if (handRefusals(stage, { entry, judge: judge.id }).length === 0) found.push(judge);
    }
    const [first] = found;
    if (first) loads.set(first.id, first.load + 1);
    return found;
  });
}

async function namesOf(manager: EntityManager, judges: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await manager.query<{ id: string; name: string | null }[]>(
    `select j.id, u.display_name as name from judges j left join users u on u.id = j.user_id where j.id = any ($1)`,
    [judges],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
