import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { RulesService } from '#contest';
import { DomainError } from '#domain';
import { type AssignmentParameters, defaultParameters } from '#domain/assignment/assignment-parameters';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import { assigningStage } from './assigning-stage.js';
import type { AssignmentDesk, AssignmentPreview, AssignmentRunLine, DeskJudge, DeskPanel } from './assignment-desk.js';
import { deskJudgesSql, deskPanelsSql, entryCountsSql, runsSql } from './assignment-desk.sql.js';
import type { AssignmentOutcomeDocument } from './assignment-outcome.js';
import { namedFindings } from './named-findings.js';
import { absenceInPlan, chosenJudges } from './plan-choice.js';
import { plannedJudgesSql } from './assignment-problem.sql.js';
import type { JudgeAbsence } from './judge-absence.js';

type RunRow = AssignmentRunLine & { readonly outcome: AssignmentOutcomeDocument | null };

const mostRuns = 20;

/** The assignment of a stage's judges as whoever assigns them reads it; the ledger is told of each reading. */
@Injectable()
export class AssignmentDeskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `not-found`, `organiser-conflicted` */
  async desk(stageId: string, reader: string): Promise<AssignmentDesk> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const stage = await assigningStage(manager, stageId, reader);
      const runs = await manager.query<RunRow[]>(`${runsSql} where r.stage_id = $1 order by r.number desc limit $2`, [
        ...[stageId, mostRuns],
      ]);
      const proposed = await this.proposed(manager, stageId, runs[0]?.parameters);
      const [counts] = await manager.query<Pick<AssignmentDesk, 'entries' | 'entriesBelow' | 'assignments'>[]>(
        entryCountsSql,
        [stageId, proposed.judgesWanted],
      );
      const judges = await judgesOf(manager, stageId, null);
      await this.note(manager, stageId, reader, { what: 'assignment', rows: judges.length });
      return {
        panels: await manager.query<DeskPanel[]>(deskPanelsSql, [stageId]),
        ...{ stage, proposed, judges, entries: 0, entriesBelow: 0, assignments: 0 },
        ...counts,
        runs: runs.map(lineOf),
      };
    });
  }

  /** How far a run is; asked for again and again while it is made. @throws DomainError as `desk` */
  async run(stageId: string, runId: string, reader: string): Promise<AssignmentRunLine> {
    const { manager } = this.dataSource;
    await assigningStage(manager, stageId, reader);
    return lineOf(await readRun(manager, stageId, runId));
  }

  /** @throws DomainError `not-found`, `organiser-conflicted` */
  async preview(stageId: string, runId: string, reader: string): Promise<AssignmentPreview> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await assigningStage(manager, stageId, reader);
      const { outcome, ...run } = await readRun(manager, stageId, runId);
      const judges = await judgesOf(manager, stageId, runId, run.parameters);
      await this.note(manager, stageId, reader, { what: 'assignment-plan', run: runId, rows: judges.length });
      const begun = (outcome?.begunConflicts ?? []).map((pair) => ({ code: 'begun-conflict' as const, ...pair }));
      const told = [...begun, ...(outcome?.undecided ?? [])];
      const given = judges.filter(
        ({ absence }) => absence === null || (absence === 'substitute' && run.parameters.withSubstitutes),
      );
      const loads = given.map(({ planned }) => planned);
      return {
        ...{ run, judges, quality: outcome?.quality ?? null, figures: outcome?.figures ?? null },
        findings: await namedFindings(manager, [...(outcome?.findings ?? []), ...told]),
        findingCount: (outcome?.findingCount ?? 0) + told.length,
        relaxations: await namedFindings(manager, outcome?.relaxations ?? []),
        relaxationCount: outcome?.relaxationCount ?? 0,
        changes: await changesOf(manager, runId),
        ...{ leastLoad: least(loads), mostLoad: loads.reduce((most, load) => Math.max(most, load), 0) },
      };
    });
  }

  private async proposed(
    manager: EntityManager,
    stageId: string,
    last: AssignmentParameters | undefined,
  ): Promise<AssignmentParameters> {
    const seed = randomBytes(8).toString('hex');
    if (last !== undefined) return { ...last, seed };
    const { rules } = await this.rules.current(stageId, manager);
    return defaultParameters(rules.panel.size, seed);
  }

  private async note(
    manager: EntityManager,
    stage: string,
    actor: string,
    body: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    await this.ledger.record(manager, { kind: 'read', subject: { actor, stage }, body });
  }
}

const lineOf = ({ outcome: _, ...line }: RunRow): AssignmentRunLine => line;
const least = (loads: readonly number[]) => loads.reduce((found, load) => Math.min(found, load), loads[0] ?? 0);

async function readRun(manager: EntityManager, stageId: string, runId: string): Promise<RunRow> {
  const rows = await manager.query<RunRow[]>(`${runsSql} where r.stage_id = $1 and r.id = $2`, [stageId, runId]);
  if (!rows[0]) throw new DomainError('not-found', { run: runId });
  return rows[0];
}

/** @param parameters of the plan whose judges are read; none: of no plan */
async function judgesOf(
  manager: EntityManager,
  stageId: string,
  runId: string | null,
  parameters?: AssignmentParameters,
): Promise<DeskJudge[]> {
  const rows = await manager.query<Omit<DeskJudge, 'absence'>[]>(deskJudgesSql, [stageId, runId]);
  const absences = await manager.query<{ id: string; absence: JudgeAbsence | null }[]>(plannedJudgesSql, [stageId]);
  const chosen = parameters === undefined ? null : await chosenJudges(manager, stageId, parameters);
  const absenceOf = new Map(absences.map((one) => [one.id, absenceInPlan(one, chosen)]));
  return byName(rows.map((row) => ({ ...row, absence: absenceOf.get(row.id) ?? null })));
}

async function changesOf(manager: EntityManager, runId: string): Promise<AssignmentPreview['changes']> {
  const rows = await manager.query<AssignmentPreview['changes'][]>(
    `select count(*) filter (where change = 'kept')::int as kept, count(*) filter (where change = 'added')::int as added,
            count(*) filter (where change = 'removed')::int as removed from assignment_run_pairs where run_id = $1`,
    [runId],
  );
  return rows[0] ?? { kept: 0, added: 0, removed: 0 };
}
