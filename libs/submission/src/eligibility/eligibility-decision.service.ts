import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  decideEligibility,
  DomainError,
  type DomainErrorCode,
  type EligibilityOutcome,
  type EligibilitySetting,
  type EligibilityState,
  eligibilityState,
  type EligibilityVerdict,
  type FieldProblem,
  noteProblems,
  verdictProblems,
} from '#domain';
import { assertFreeOfTies, IdempotencyService, type IdempotentRequest } from '#identity';
import { EligibilityService } from '../eligibility.service.js';
import { eligibilityFacts, type FactsRow, holdEntries } from './eligibility-facts.js';
import { EligibilitySettingService } from './eligibility-setting.service.js';
import type { CheckRecord } from './check-record.js';

/** An entry as its reader saw it. */
export interface SeenEntry {
  readonly publicId: string;
  readonly version: number;
}

/** What a verdict would do to one entry. */
export interface Consequence {
  readonly publicId: string;
  readonly number: number;
  readonly title: string;
  readonly from: EligibilityState;
  /** Null where it is refused. */
  readonly outcome: EligibilityOutcome | null;
  readonly refusal: DomainErrorCode | null;
  /** Of the verdict, for this entry alone. */
  readonly problems: readonly FieldProblem[];
}

interface Weighed extends Consequence {
  readonly entryId: string;
  readonly version: number;
}

/** The office's decisions on entries, one or many as one unit. */
@Injectable()
export class EligibilityDecisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly settings: EligibilitySettingService,
    private readonly checks: EligibilityService,
  ) {}

  /**
   * What a verdict would do, entry by entry; nothing is written.
   *
   * @throws DomainError `not-found`, `request-invalid` where the verdict is wrong whatever entry it meets
   */
  async preview(
    slug: string,
    entries: readonly SeenEntry[],
    verdict: EligibilityVerdict,
    reader: string,
  ): Promise<Consequence[]> {
    const { weighed } = await this.weigh(this.dataSource.manager, slug, { entries, verdict, reader });
    return weighed.map(({ entryId: _, version: __, ...consequence }) => consequence);
  }

  /**
   * Records the verdict on all the entries or, where one of them refuses, on none.
   *
   * @throws DomainError as `preview`; for a single entry its own refusal, for many `eligibility-refused` with how many
   */
  async decide(
    request: IdempotentRequest,
    slug: string,
    entries: readonly SeenEntry[],
    verdict: EligibilityVerdict,
  ): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const given = { entries, verdict, reader: request.userId };
        await holdEntries(
          manager,
          entries.map(({ publicId }) => publicId),
        );
        const { editionId, setting, weighed } = await this.weigh(manager, slug, given);
        assertNoneRefused(weighed);
        const outcomes = weighed.map(({ entryId, outcome, version }) => ({
          entryId,
          outcome: outcome as EligibilityOutcome,
          record: recordOf(verdict, setting, version),
          ...(verdict.reasons[0] === undefined ? {} : { reasonCode: verdict.reasons[0] }),
        }));
        await this.checks.check(manager, editionId, outcomes, { actor: request.userId });
        return { status: 204, resultId: null };
      }),
    );
  }

  private async weigh(
    manager: EntityManager,
    slug: string,
    { entries, verdict, reader }: { entries: readonly SeenEntry[]; verdict: EligibilityVerdict; reader: string },
  ) {
    const { editionId, setting } = await this.settings.read(slug, manager);
    const seen = new Map(entries.map(({ publicId, version }) => [publicId, version]));
    await assertFreeOfTies(manager, reader, [...seen.keys()]);
    const { now, rows } = await eligibilityFacts(manager, editionId, { publicIds: [...seen.keys()] });
    const problems = verdictProblems(verdict, setting, now);
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    if (rows.length < seen.size) throw new DomainError('not-found', { edition: slug });
    const by = { reader, needsSecondReader: setting.needsSecondReader };
    const weighed = rows.map((row) => weighOne(row, seen.get(row.publicId) ?? 0, verdict, { by, now }));
    return { editionId, setting, weighed };
  }
}

function weighOne(
  { id: entryId, publicId, number, title, language, facts }: FactsRow,
  seenVersion: number,
  verdict: EligibilityVerdict,
  { by, now }: { by: { reader: string; needsSecondReader: boolean }; now: Date },
): Weighed {
  const result = decideEligibility(facts, verdict.decision, by, now);
  const problems = noteProblems(verdict.note, language);
  const refusal =
    'refusal' in result
      ? result.refusal
      : seenVersion !== facts.version
        ? 'revision-stale'
        : problems.length > 0
          ? 'request-invalid'
          : null;
  const outcome = refusal === null && 'outcome' in result ? result.outcome : null;
  const from = eligibilityState(facts, now);
  return { entryId, publicId, number, title, from, version: facts.version, outcome, refusal, problems };
}

function assertNoneRefused(weighed: readonly Weighed[]): void {
  const refused = weighed.filter(({ refusal }) => refusal !== null);
  const first = refused[0];
  if (!first?.refusal) return;
  if (weighed.length > 1) throw new DomainError('eligibility-refused', { refused: refused.length });
  throw new DomainError(first.refusal, { entry: first.publicId, revision: first.version, problems: first.problems });
}

function recordOf(verdict: EligibilityVerdict, setting: EligibilitySetting, entryVersion: number): CheckRecord {
  const note = { zh: verdict.note.zh.trim(), en: verdict.note.en.trim() };
  return {
    entryVersion,
    checklist: setting.checklist.map((item) => ({ ...item, isMet: verdict.met.includes(item.key) })),
    reasons: verdict.reasons.flatMap((key) => setting.reasons.filter((reason) => reason.key === key)),
    note: note.zh === '' && note.en === '' ? null : note,
    correctUntil: verdict.correctUntil,
  };
}
