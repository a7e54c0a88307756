import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import {
  candidateStates,
  type CandidateState,
  type EvidenceCode,
  evidenceHash,
} from '#domain/conflict/conflict-evidence';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { TallyQueue } from '#queue';
import { type AssigningStage, assigningStage } from '../assignment/assigning-stage.js';
import { type ConflictReason, ConflictService } from '../conflict.service.js';
import { type StageCandidate, stageCandidates } from './stage-candidates.js';
import { calibrationEntriesSql } from './stage-ties.sql.js';

export interface CandidateQuery {
  /** Of one state alone. */
  readonly state?: CandidateState | undefined;
  /** How many rows are passed over. */
  readonly after: number;
  readonly limit: number;
}

export interface CandidatePage {
  readonly stage: AssigningStage;
  /** For so many years a former employer counts. */
  readonly employerYears: number;
  /** Version of that setting; 0 where the edition has set nothing, and the platform's own default counts. */
  readonly settingVersion: number;
  readonly counts: Readonly<Record<CandidateState, number>>;
  /** Rows of all pages. */
  readonly total: number;
  readonly candidates: readonly StageCandidate[];
}

/** What somebody says of a candidate. */
export type CandidateAnswer = {
  readonly judgeId: string;
  /** Id in the stage, or of the calibration. */
  readonly entryId: string;
  /** Of the evidence that was read. */
  readonly version: string;
} & (
  | { readonly outcome: 'confirmed'; readonly reasonCode: ConflictReason }
  | { readonly outcome: 'dismissed'; readonly reason: string }
);

/**
 * Computed candidates of conflicts of interest with the evidence for each, for whoever assigns judges: to be confirmed where
 * the team has asked for it, which recuses the judge, or dismissed with a reason. Where the team has not asked, a recusal
 * is ordered, which takes two persons (`RecusalOrderService`). Who has a tie to an entry of the stage is told nothing of any.
 */
@Injectable()
export class ConflictCandidateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly conflicts: ConflictService,
    private readonly tallies: TallyQueue,
  ) {}

  /** None of the reader as a judge. The ledger is told of the reading. @throws DomainError `not-found`, `organiser-conflicted` */
  async page(stageId: string, { state, after, limit }: CandidateQuery, reader: string): Promise<CandidatePage> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const stage = await assigningStage(manager, stageId, reader);
      const all = await ofOthers(manager, stageId, reader);
      const found = all.filter((one) => state === undefined || one.state === state);
      const candidates = found.slice(after, after + limit);
      const [row] = await manager.query<{ years: number; version: number }[]>(
        `select employer_years($1) as years, coalesce((select max(version) from edition_settings
           where edition_id = $1 and name = 'conflicts'), 0)::int as version`,
        [stage.editionId],
      );
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, stage: stageId },
        body: { what: 'conflict-candidates', rows: candidates.length },
      });
      const countOf = (one: CandidateState) => all.filter((candidate) => candidate.state === one).length;
      const counts = Object.fromEntries(candidateStates.map((one) => [one, countOf(one)])) as CandidatePage['counts'];
      return {
        stage,
        employerYears: row?.years ?? 0,
        settingVersion: row?.version ?? 0,
        counts,
        total: found.length,
        candidates,
      };
    });
  }

  /**
   * Confirms what the team asked for, which declares the conflict on application with all that follows, or dismisses for
   * the evidence that was read: new evidence opens the candidate again. A dismissed one can be confirmed later.
   *
   * @throws DomainError `not-found` where nothing speaks for the pair, `organiser-conflicted`, `candidate-settled` where a
   *   conflict is declared or ordered, or a rule keeps the pair apart that nobody can dismiss; `candidate-needs-order` where
   *   the team has not asked for the recusal; `candidate-evidence-changed` where other evidence speaks for the pair now
   */
  async decide(request: IdempotentRequest, stageId: string, answer: CandidateAnswer): Promise<void> {
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await assigningStage(manager, stageId, request.userId);
        // Held: of two who decide at once, the second finds the first's decision.
        await manager.query('select from judges where id = $1 for no key update', [answer.judgeId]);
        const all = await ofOthers(manager, stageId, request.userId);
        const candidate = all.find(({ judge, entry }) => judge.id === answer.judgeId && entry.id === answer.entryId);
        if (!candidate) throw new DomainError('not-found');
        if (candidate.version !== answer.version) throw new DomainError('candidate-evidence-changed');
        const { state } = candidate;
        if (state === 'confirmed' || state === 'ordered' || (answer.outcome === 'dismissed' && state !== 'open')) {
          throw new DomainError('candidate-settled');
        }
        if (answer.outcome === 'confirmed' && !isAsked(candidate)) throw new DomainError('candidate-needs-order');
        await this.keep(manager, { stageId, actor: request.userId, candidate }, answer);
        if (answer.outcome === 'confirmed') {
          const { judge, entry } = candidate;
          const pair = { judgeId: judge.id, entryId: entry.entryId, reasonCode: answer.reasonCode };
          const declared = { ...pair, form: 'on-application' } as const;
          stages.push(...(await this.conflicts.declare(manager, declared, { actor: request.userId })));
        }
        return { status: 204, resultId: null };
      }),
    );
    for (const stage of stages) this.tallies.request(stage);
  }

  private async keep(
    manager: EntityManager,
    {
      stageId,
      actor,
      candidate,
    }: { readonly stageId: string; readonly actor: string; readonly candidate: StageCandidate },
    answer: CandidateAnswer,
  ): Promise<void> {
    const id = uuidv7();
    const { judge, entry } = candidate;
    const evidence = [...new Set(candidate.evidence.map(({ code }): EvidenceCode => code))];
    await manager.query(
      `insert into candidate_decisions (id, stage_id, judge_id, entry_id, outcome, evidence, decided_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, stageId, judge.id, entry.entryId, answer.outcome, evidence, actor],
    );
    let commitment: string | null = null;
    if (answer.outcome === 'dismissed') {
      await manager.query('insert into dismissal_reasons (decision_id, reason, evidence_hashes) values ($1, $2, $3)', [
        ...[id, answer.reason, candidate.evidence.map(evidenceHash)],
      ]);
      commitment = await this.ledger.commitment(manager, 'dismissal-reason', id, answer.reason);
    }
    await this.ledger.record(manager, {
      kind: 'candidate-decided',
      subject: { decision: id, stage: stageId, judge: judge.id, entry: entry.entryId },
      body: { actor, outcome: answer.outcome, evidence, ...(commitment !== null && { reason: commitment }) },
    });
  }
}

/** The team has asked for it. */
const isAsked = ({ evidence }: StageCandidate) =>
  evidence.some(({ code }) => code === 'avoided-person' || code === 'avoided-employer');

/** Evidence of a candidate as somebody has read it on the page of a stage. */
export interface SeenEvidence {
  readonly stageId: string;
  /** SHA-256, 64 hex digits. */
  readonly version: string;
}

/**
 * @param reader who has read it, and is told nothing of a candidate that concerns that person
 * @throws DomainError `candidate-evidence-changed` where other evidence, or none, speaks for the pair now
 */
export async function assertEvidenceSeen(
  manager: EntityManager,
  pair: { readonly judgeId: string; readonly entryId: string },
  { stageId, version }: SeenEvidence,
  reader: string,
): Promise<void> {
  const all = await ofOthers(manager, stageId, reader);
  const found = all.find(({ judge, entry }) => judge.id === pair.judgeId && entry.entryId === pair.entryId);
  if (found?.version !== version) throw new DomainError('candidate-evidence-changed');
}

/** Those of the entries that the stage judges, then those of its calibration entries. */
const withCalibration = async (manager: EntityManager, stageId: string): Promise<StageCandidate[]> => [
  ...(await stageCandidates(manager, stageId)),
  ...(await stageCandidates(manager, stageId, calibrationEntriesSql)),
];

/**
 * Nobody settles, or is shown, what concerns themselves as a judge, a calibration entry to which they have a tie, or what a
 * rival's entry with such a tie is evidence of: who may read a stage is decided by the entries that it judges alone.
 */
async function ofOthers(manager: EntityManager, stageId: string, reader: string): Promise<StageCandidate[]> {
  const all = await withCalibration(manager, stageId);
  const tied = await manager.query<{ id: string }[]>('select id from conflicted_entries($1) as c (id)', [reader]);
  const ties = new Set(tied.map(({ id }) => id));
  const isOfRival = ({ evidence }: StageCandidate) =>
    evidence.some(({ rival }) => rival?.entries.some((entry) => ties.has(entry)));
  return all.filter((one) => one.judge.userId !== reader && !ties.has(one.entry.entryId) && !isOfRival(one));
}
