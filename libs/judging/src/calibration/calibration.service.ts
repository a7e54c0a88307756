import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { holdStages, RulesService } from '#contest';
import { DomainError, sheetTotal, type BilingualText, type Criterion } from '#domain';
import { calibrationLimit, calibrationProblems, type Scores } from '#domain/rubric/calibration';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { calibrationTies } from './calibration-ties.js';

export interface CalibrationEntry {
  readonly id: string;
  readonly position: number;
  readonly entryNumber: number;
  readonly entryTitle: string;
  readonly reference: Scores;
  /** By the rules that the office scored by. */
  readonly total: string;
  /** The rules of the stage are others by now: no judge's scores are compared with these. */
  readonly isOfEarlierRules: boolean;
  /** Judges of the stage but the reader to whom it is not given for a conflict of interest, by name. */
  readonly leftOut: readonly LeftOutJudge[];
  /** How many judges have scored it. */
  readonly submitted: number;
}

export interface LeftOutJudge {
  /** Null where the account is gone. */
  readonly name: string | null;
  /** A conflict is declared, or a recusal ordered; else something speaks for one that nobody has dismissed. */
  readonly isRecused: boolean;
}

export interface StageCalibration {
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly stage: { readonly name: BilingualText };
  readonly criteria: readonly Criterion[];
  readonly entries: readonly CalibrationEntry[];
  /** Nothing was submitted in the stage yet: entries may be set and removed. */
  readonly isChangeable: boolean;
}

export interface NewCalibration {
  readonly entryNumber: number;
  /** Criterion key → decimal string, as the office would score it. */
  readonly reference: Record<string, unknown>;
}

type EntryRow = Omit<CalibrationEntry, 'total' | 'isOfEarlierRules' | 'leftOut'> & {
  readonly rulesVersionId: string;
  readonly judges: readonly (LeftOutJudge & { readonly id: string })[];
};

/**
 * The entries that every judge of a stage scores first (试评), with the office's own scores. They are no entries of the
 * stage, and are set before anything is submitted in it.
 */
@Injectable()
export class CalibrationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** Without the entries that concern the reader. @throws DomainError `not-found` */
  async read(stageId: string, reader: string): Promise<StageCalibration> {
    const { manager } = this.dataSource;
    const [stage] = await manager.query<Pick<StageCalibration, 'edition' | 'stage' | 'isChangeable'>[]>(
      `select jsonb_build_object('slug', d.slug, 'isDemo', d.is_demo,
                'name', jsonb_build_object('zh', d.name_zh, 'en', d.name_en)) as edition,
              jsonb_build_object('name', jsonb_build_object('zh', s.name_zh, 'en', s.name_en)) as stage,
              not stage_has_sheets(s.id) as "isChangeable"
         from stages s join editions d on d.id = s.edition_id where s.id = $1`,
      [stageId],
    );
    if (!stage) throw new DomainError('not-found', { stage: stageId });
    const { rules, hash } = await this.rules.current(stageId);
    const rows = await manager.query<EntryRow[]>(
      `select c.id, c.position, e.number as "entryNumber", e.title as "entryTitle", c.reference,
              c.rules_version_id as "rulesVersionId",
              (select count(*)::int from calibration_sheets s where s.calibration_id = c.id) as submitted,
              (select coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'name', u.display_name, 'isRecused',
                        has_conflict(j.id, c.entry_id) or recusal_awaits(j.id, c.entry_id))
                        order by u.display_name collate "C", j.id), '[]')
                 from judges j left join users u on u.id = j.user_id
                where j.user_id is distinct from $2 and exists (select from active_assignments a
                  where a.stage_id = c.stage_id and a.judge_id = j.id)) as judges
         from calibration_entries c join entries e on e.id = c.entry_id
        where c.stage_id = $1 and c.removed_at is null and not viewer_is_conflicted($2, c.entry_id)
        order by c.position`,
      [stageId, reader],
    );
    const entries = await this.described(manager, { stageId, hash }, rows);
    return { ...stage, criteria: rules.rubric.criteria, entries };
  }

  private async described(
    manager: EntityManager,
    { stageId, hash }: { readonly stageId: string; readonly hash: string },
    rows: readonly EntryRow[],
  ): Promise<CalibrationEntry[]> {
    const ties = rows.length === 0 ? null : await calibrationTies(manager, stageId);
    return Promise.all(
      rows.map(async ({ rulesVersionId, judges, ...row }) => {
        const own = await this.rules.version(rulesVersionId);
        const leftOut = judges.filter(({ id, isRecused }) => isRecused || ties?.get(row.id)?.has(id) === true);
        return {
          ...row,
          total: sheetTotal(own.rules, { scores: row.reference }).total,
          isOfEarlierRules: own.hash !== hash,
          leftOut: leftOut.map(({ name, isRecused }) => ({ name: isRecused ? name : null, isRecused })),
        };
      }),
    );
  }

  /**
   * @throws DomainError `not-found` for a stage or a submitted entry of its edition, `organiser-conflicted`,
   *   `calibration-begun`, `calibration-full`, `calibration-of-stage`, `calibration-twice`, `score-sheet-invalid`
   */
  async set(request: IdempotentRequest, stageId: string, { entryNumber, reference }: NewCalibration): Promise<string> {
    const { resultId } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await holdStages(manager, [stageId]);
        const entryId = await eligible(manager, stageId, entryNumber, request.userId);
        const version = await this.rules.current(stageId, manager);
        const problems = calibrationProblems(version.rules, reference);
        if (problems.length > 0) throw new DomainError('score-sheet-invalid', { problems });
        const position = await nextPosition(manager, stageId);
        const id = uuidv7();
        await manager.query(
          `insert into calibration_entries (id, stage_id, entry_id, position, reference, rules_version_id, set_by)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [id, stageId, entryId, position, JSON.stringify(reference), version.id, request.userId],
        );
        await this.ledger.record(manager, {
          kind: 'calibration-set',
          subject: { stage: stageId, entry: entryId, calibration: id },
          body: {
            ...{ actor: request.userId, position, rulesHash: version.hash },
            reference: reference as Record<string, string>,
          },
        });
        return { status: 201, resultId: id };
      }),
    );
    return resultId as string;
  }

  /** @throws DomainError `not-found`, `organiser-conflicted`, `calibration-begun` */
  async remove(request: IdempotentRequest, stageId: string, id: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await holdStages(manager, [stageId]);
        const [held] = await manager.query<{ entryId: string; concerns: boolean }[]>(
          `select entry_id as "entryId", viewer_is_conflicted($3, entry_id) as concerns from calibration_entries
            where id = $1 and stage_id = $2 and removed_at is null`,
          [id, stageId, request.userId],
        );
        if (!held) throw new DomainError('not-found', { calibration: id });
        if (held.concerns) throw new DomainError('organiser-conflicted');
        await assertNotBegun(manager, stageId);
        await manager.query(
          'update calibration_entries set removed_by = $2, removed_at = clock_timestamp() where id = $1',
          [id, request.userId],
        );
        await this.ledger.record(manager, {
          kind: 'calibration-removed',
          subject: { stage: stageId, entry: held.entryId, calibration: id },
          body: { actor: request.userId },
        });
        return { status: 204, resultId: null };
      }),
    );
  }
}

async function assertNotBegun(manager: EntityManager, stageId: string): Promise<void> {
  const [row] = await manager.query<{ begun: boolean }[]>('select stage_has_sheets($1) as begun', [stageId]);
  if (row?.begun !== false) throw new DomainError('calibration-begun');
}

/** @returns the entry's id, where it may become a calibration entry of the stage by this person's act */
async function eligible(manager: EntityManager, stageId: string, number: number, actor: string): Promise<string> {
  const [entry] = await manager.query<{ id: string; concerns: boolean; isOfStage: boolean; isSet: boolean }[]>(
    `select e.id, viewer_is_conflicted($3, e.id) as concerns,
            exists (select from stage_entries x where x.entry_id = e.id and (x.stage_id = s.id
              or x.stage_id = s.previous_stage_id and x.outcome is null)) as "isOfStage",
            exists (select from calibration_entries c where c.stage_id = s.id and c.entry_id = e.id
              and c.removed_at is null) as "isSet"
       from stages s join entries e on e.edition_id = s.edition_id
      where s.id = $1 and e.number = $2 and e.state = 'submitted'`,
    [stageId, number, actor],
  );
  if (!entry) throw new DomainError('not-found', { entry: number });
  if (entry.concerns) throw new DomainError('organiser-conflicted');
  await assertNotBegun(manager, stageId);
  if (entry.isOfStage) throw new DomainError('calibration-of-stage', { entry: number });
  if (entry.isSet) throw new DomainError('calibration-twice', { entry: number });
  return entry.id;
}

async function nextPosition(manager: EntityManager, stageId: string): Promise<number> {
  const taken = await manager.query<{ position: number }[]>(
    'select position from calibration_entries where stage_id = $1 and removed_at is null',
    [stageId],
  );
  const free = Array.from({ length: calibrationLimit }, (_, index) => index + 1).find(
    (position) => !taken.some((one) => one.position === position),
  );
  if (free === undefined) throw new DomainError('calibration-full', { limit: calibrationLimit });
  return free;
}
