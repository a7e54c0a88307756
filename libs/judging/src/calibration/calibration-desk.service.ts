import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { RulesService, shareStage, type RulesVersion } from '#contest';
import { DomainError, sheetTotal, type BilingualText, type StageRules } from '#domain';
import { calibrationProblems, deviation, type Deviation, type Scores } from '#domain/rubric/calibration';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import type { CalibrationRow } from './calibration.sql.js';
import { givenCalibration } from './calibration-ties.js';

/** A calibration entry as one judge has it. */
export interface CalibrationDesk {
  readonly publicId: string;
  readonly position: number;
  readonly edition: { readonly slug: string; readonly name: BilingualText; readonly isDemo: boolean };
  readonly stage: { readonly key: string; readonly name: BilingualText };
  readonly isOpen: boolean;
  readonly entry: { readonly title: string; readonly summary: string; readonly language: 'zh' | 'en' };
  /** By which it is to be scored, or was. */
  readonly rules: StageRules;
  readonly rulesHash: string;
  /** Null until the judge has submitted: the reference is not seen before. */
  readonly submitted: SubmittedCalibration | null;
}

export interface SubmittedCalibration {
  readonly scores: Scores;
  readonly total: string;
  readonly submittedAt: Date;
  /** The rules of the stage are others by now. */
  readonly isOfEarlierRules: boolean;
  /**
   * The office's scores, and how far the judge's lie from them; nothing of other judges. Null where the office scored by
   * other rules than the judge: such scores have no common measure.
   */
  readonly reference: Reference | null;
}

export interface Reference {
  readonly scores: Scores;
  readonly total: string;
  readonly deviation: Deviation;
}

/** What a judge scores before the entries of a stage, to find the measure. Nothing of it is a sheet of the stage. */
@Injectable()
export class CalibrationDeskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RulesService,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `assignment-not-found`, also for another judge's and for who is recused */
  async read(publicId: string, userId: string): Promise<CalibrationDesk> {
    return this.present(await this.find(this.dataSource.manager, publicId, userId));
  }

  /**
   * Stores a judge's scores of a calibration entry, once.
   *
   * @throws DomainError `assignment-not-found`, `window-not-open`, `rules-changed`, `score-sheet-invalid`,
   *   `calibration-submitted`
   */
  async submit(
    request: IdempotentRequest,
    publicId: string,
    { scores, rulesHash }: { scores: Record<string, unknown>; rulesHash: string },
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await shareStage(manager, await stageOf(manager, publicId, request.userId));
        // Looked at under the lock: until then the office may take it away.
        const row = await this.find(manager, publicId, request.userId);
        if (!row.isOpen) throw new DomainError('window-not-open', { stage: row.stageId });
        const version = await this.rules.current(row.stageId);
        if (version.hash !== rulesHash) throw new DomainError('rules-changed', { rulesHash: version.hash });
        const problems = calibrationProblems(version.rules, scores);
        if (problems.length > 0) throw new DomainError('score-sheet-invalid', { problems });
        await this.insert(manager, row, request.userId, scores as Scores, version);
        return { status: 204, resultId: null };
      }),
    );
  }

  private async insert(
    manager: EntityManager,
    row: CalibrationRow,
    actor: string,
    scores: Scores,
    rules: RulesVersion,
  ) {
    const id = uuidv7();
    const inserted = await manager.query<object[]>(
      `insert into calibration_sheets (id, calibration_id, judge_id, rules_version_id, scores) values ($1, $2, $3, $4, $5)
       on conflict on constraint calibration_sheets_once do nothing returning id`,
      [id, row.calibrationId, row.judgeId, rules.id, JSON.stringify(scores)],
    );
    if (inserted.length === 0) throw new DomainError('calibration-submitted');
    await this.ledger.record(manager, {
      kind: 'calibration-submitted',
      subject: { stage: row.stageId, calibration: row.calibrationId, judge: row.judgeId, sheet: id },
      body: { actor, rulesHash: rules.hash, scores },
    });
  }

  private async find(manager: EntityManager, publicId: string, userId: string): Promise<CalibrationRow> {
    const [row] = await givenCalibration(manager, userId, publicId);
    if (!row) throw new DomainError('assignment-not-found');
    return row;
  }

  private async present(row: CalibrationRow): Promise<CalibrationDesk> {
    const { publicId, position, edition, stage, isOpen, entry } = row;
    const current = await this.rules.current(row.stageId);
    const own = row.ownRules === null ? current : await this.rules.version(row.ownRules);
    const reference = await this.rules.version(row.referenceRules);
    const submitted = submittedOf(row, own.rules, {
      isOfEarlierRules: own.hash !== current.hash,
      isComparable: own.hash === reference.hash,
    });
    return { publicId, position, edition, stage, isOpen, entry, rules: own.rules, rulesHash: own.hash, submitted };
  }
}

async function stageOf(manager: EntityManager, publicId: string, userId: string): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>(
    'select stage_id as id from calibration_desks where public_id = $1 and user_id = $2',
    [publicId, userId],
  );
  if (!row) throw new DomainError('assignment-not-found');
  return row.id;
}

function submittedOf(
  { scores, submittedAt, reference }: CalibrationRow,
  rules: StageRules,
  { isOfEarlierRules, isComparable }: { readonly isOfEarlierRules: boolean; readonly isComparable: boolean },
): SubmittedCalibration | null {
  if (scores === null || submittedAt === null) return null;
  const totalOf = (one: Scores) => sheetTotal(rules, { scores: one }).total;
  return {
    ...{ scores, total: totalOf(scores), submittedAt, isOfEarlierRules },
    reference: isComparable
      ? { scores: reference, total: totalOf(reference), deviation: deviation(rules, scores, reference) }
      : null,
  };
}
