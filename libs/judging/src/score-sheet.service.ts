import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, hashJson, sha256Hex, sheetTotal, validateScoreSheet, type ScoreSheetInput } from '#domain';
import { sheetComments } from '#domain/rubric/sheet-comments';
import { signatureProblems, type SheetSignature } from '#domain/rubric/signature';
import { LedgerService, prepareEvent } from '#ledger';
import type { RulesVersion } from '#contest';
import { AssignmentKeyService, type AssignmentKey } from './assignment-key.service.js';
import { AssignmentStandingService } from './assignment-standing.service.js';
import { StoredSheetNews } from './stored-sheet-news.js';
import {
  constraintRefusal,
  readOutcome,
  unlockOf,
  type OutcomeRow,
  type SubmittedSheet,
} from './score-sheet-outcome.js';
import { awaitsCalibration } from './calibration/calibration-ties.js';
import { submitStatement } from './submit-statement.js';

export interface Submission {
  readonly userId: string;
  /** `Idempotency-Key`, unique per judge. */
  readonly key: string;
  readonly publicId: string;
  /** The revision the judge has seen, 0 where there is none; null when the request names none. */
  readonly seenRevision: number | null;
  /** Hash of the rules by which the judge scored, 64 hex digits. */
  readonly rulesHash: string;
  readonly sheet: ScoreSheetInput;
  /** A `SheetSignature`, where the rules have sheets signed on the screen. */
  readonly signature?: unknown;
}

export interface AcceptedSheet extends SubmittedSheet {
  /** Σ factor × score, decimal string. */
  readonly total: string;
}

/** Names the act among the judge's keys. */
const route = 'POST /api/v1/assignments/{publicId}/submissions';

/** Refusals by someone who should not, or no longer, score: the ledger keeps them. */
const ledgeredRefusals = [
  ...['assignment-not-found', 'assignment-recused', 'conflict-of-interest', 'deadline-passed', 'judge-not-on-roster'],
];

/** Submits score sheets: one round trip, one transaction, a receipt; the tally is asked for after the commit. */
@Injectable()
export class ScoreSheetService {
  /** Judges by stage who owe it no calibration entry. */
  private readonly calibrated = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly assignments: AssignmentKeyService,
    private readonly standing: AssignmentStandingService,
    private readonly ledger: LedgerService,
    private readonly news: StoredSheetNews,
  ) {}

  /**
   * Stores a new revision, or replays the receipt of the same key.
   *
   * @throws DomainError `idempotency-key-reused`, `assignment-not-found`, `judge-not-on-roster`, `assignment-recused`,
   *   `entry-withdrawn`, `conflict-of-interest`, `window-not-open`, `deadline-passed`, `result-used`, `rules-changed`,
   *   `score-sheet-invalid`, `if-match-required`, `revision-stale`, `unlock-unnamed`, `calibration-first`,
   *   `declaration-owed`
   */
  async submit(submission: Submission): Promise<AcceptedSheet> {
    const { publicId, sheet, rulesHash } = submission;
    const bodyHash = hashBody({
      publicId,
      rulesHash,
      scores: sheet.scores ?? null,
      deduction: sheet.deduction ?? null,
      // Where nothing is said the hash is that of a body without comments, as it always was.
      ...(sheet.comments !== undefined && { comments: sheet.comments }),
      ...(submission.signature !== undefined && { signature: submission.signature }),
    });
    let assignment: AssignmentKey | null = null;
    try {
      assignment = await this.assignments.find(publicId);
      const rules = await this.assignments.rulesOf(assignment.stageId, rulesHash);
      const refusal = (await this.assignments.isDeclarationOwed(assignment, rules))
        ? new DomainError('declaration-owed')
        : (earlyRefusal(submission, rules) ?? (await this.calibrationFirst(assignment)));
      const submitted =
        refusal === null
          ? await this.insert(submission, bodyHash, assignment, rules)
          : await this.replayOr(refusal, submission, bodyHash);
      // No calibration entry is set once a sheet stands: that need not be asked again.
      this.calibrated.add(`${assignment.stageId} ${assignment.judgeId}`);
      if (!submitted.isReplay) this.news.tell(assignment.stageId);
      return { ...submitted, total: sheetTotal(rules.rules, sheet).total };
    } catch (error) {
      await this.keepRefusal(error, submission, assignment);
      throw error;
    }
  }

  /** @returns a refusal while the judge owes the stage a calibration entry */
  private async calibrationFirst({ stageId, judgeId }: AssignmentKey): Promise<DomainError | null> {
    if (this.calibrated.has(`${stageId} ${judgeId}`)) return null;
    const awaits = await awaitsCalibration(this.dataSource.manager, stageId, judgeId);
    return awaits ? new DomainError('calibration-first') : null;
  }

  private async insert(
    submission: Submission,
    bodyHash: string,
    assignment: AssignmentKey,
    rules: RulesVersion,
    unlock: string | null = null,
  ): Promise<SubmittedSheet> {
    const { userId, key, seenRevision, sheet, rulesHash } = submission;
    const sheetId = uuidv7();
    const revision = (seenRevision ?? 0) + 1;
    const deduction = (sheet.deduction as string | null | undefined) ?? '0';
    const statement = submitStatement({ comments: sheetComments(sheet.comments), signature: signatureOf(submission) });
    const event = prepareEvent({
      kind: 'sheet-submitted',
      subject: { sheet: sheetId, assignment: assignment.id, stage: assignment.stageId, judge: assignment.judgeId },
      body: {
        ...{ revision, rulesHash, scores: sheet.scores as Record<string, string>, deduction },
        ...statement.commitments,
        ...(unlock !== null && { unlock }),
      },
    });
    try {
      const pool = (this.dataSource.driver as PostgresDriver).master as Pool;
      const { rows } = await pool.query<OutcomeRow>({
        ...{ name: statement.name, text: statement.text },
        values: [
          ...[userId, route, key, bodyHash, assignment.id, assignment.judgeId, revision - 1, rules.hash],
          ...[sheetId, JSON.stringify(sheet.scores), deduction],
          ...[event.id, event.canonical, event.hash, uuidv7(), unlock],
          ...statement.values,
        ],
      });
      const row = rows[0] as OutcomeRow;
      const named = unlockOf(row);
      if (named !== null && named !== unlock) return await this.insert(submission, bodyHash, assignment, rules, named);
      if (row.outcome === 'rules-changed') this.assignments.forgetRules(assignment.stageId);
      // The assignment may be there, and its judge not on the roster.
      if (row.outcome === 'assignment-not-found' || row.outcome === 'conflict-of-interest') {
        const refusal = await this.standing.keptAway(assignment.publicId, userId);
        if (row.outcome === 'conflict-of-interest') throw refusal;
      }
      return readOutcome(row);
    } catch (error) {
      throw constraintRefusal(error) ?? error;
    }
  }

  /** The key comes before every other check: what was answered once is answered again, whatever stands in the way now. */
  private async replayOr(refusal: DomainError, submission: Submission, bodyHash: string): Promise<SubmittedSheet> {
    const { userId, key, publicId } = submission;
    const rows = await this.dataSource.query<OutcomeRow[]>(
      `select case when k.body_hash = decode($4, 'hex') then 'replayed' else 'idempotency-key-reused' end as outcome,
              s.revision, encode(s.event_hash, 'hex') as receipt, s.submitted_at, null as detail
         from idempotency_keys k join score_sheets s on s.id = k.result_id
        where k.user_id = $1 and k.route = $2 and k.key = $3`,
      [userId, route, key, bodyHash],
    );
    if (rows[0] !== undefined) return readOutcome(rows[0]);
    await this.standing.assertScorable(publicId, userId);
    throw refusal;
  }

  /** @param assignment null where none has the id: then the event says who asked, and of what stays untold. */
  private async keepRefusal(error: unknown, { userId }: Submission, assignment: AssignmentKey | null): Promise<void> {
    if (!(error instanceof DomainError) || !ledgeredRefusals.includes(error.code)) return;
    await this.ledger.record(this.dataSource.manager, {
      kind: 'refused',
      subject: {
        actor: userId,
        ...(assignment !== null && { assignment: assignment.id, stage: assignment.stageId }),
      },
      body: { act: 'sheet-submitted', code: error.code },
    });
  }
}

/** Of whatever was sent, also of what has no canonical JSON and will be refused: 1e999, half a surrogate pair. */
function hashBody(body: Readonly<Record<string, unknown>>): string {
  try {
    return hashJson(body);
  } catch {
    return sha256Hex(JSON.stringify(body));
  }
}

/** As given, once nothing was found wrong with it. */
function signatureOf({ signature }: Submission): SheetSignature | null {
  return (signature as SheetSignature | null | undefined) ?? null;
}

function earlyRefusal(
  { sheet, seenRevision, rulesHash, signature }: Submission,
  rules: RulesVersion,
): DomainError | null {
  if (seenRevision === null) return new DomainError('if-match-required');
  if (rules.hash !== rulesHash) return new DomainError('rules-changed');
  const problems = [...validateScoreSheet(rules.rules, sheet, 'submit'), ...signatureProblems(rules.rules, signature)];
  return problems.length > 0 ? new DomainError('score-sheet-invalid', { problems }) : null;
}
