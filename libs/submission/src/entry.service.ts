import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { assertNoJudge, shareOrganisationRegister } from '#identity';
import { LedgerService } from '#ledger';
import { editionCatalogue } from './edition-catalogue.js';
import type { EntryAnswers } from './entry-answers.js';
import { assertDraftSeen, settleDrafts } from './entry-draft.service.js';
import { EntryNotices } from './entry-notices.js';
import { insertDrafts, updateAnswers, type EntryDraft } from './entry-rows.js';
import { assertStageKept } from './assert-stage-kept.js';
import { assertEntryOpen } from './deadline/entry-phase.js';
import { submitDrafts, writeVersions, type SubmittedEntry } from './entry-submission.js';
import { assertRevisable } from './eligibility/assert-revisable.js';
import { EntryFormService, type FilledForm } from './form/entry-form.service.js';
import { assertLead, ownOpenEntry } from './own-open-entry.js';
import { resolveAnswers } from './resolve-answers.js';

/** Who acts for an entry, and on which day of the contest where that lies in the past. */
export interface EntryAct {
  /** User id. */
  readonly actor: string;
  /** YYYY-MM-DD. */
  readonly occurredOn?: string;
}

export interface BulkEntry {
  readonly answers: EntryAnswers;
  readonly leadUserId: string | null;
}

/** A revised entry; where it stands submitted, what hangs on it takes effect at once. */
export interface RevisedEntry extends EntryDraft {
  readonly editionId: string;
  /** Of the event of its further version; null where it is a draft, which has none. */
  readonly eventId: string | null;
}

/** Drafts, submissions and withdrawals. Every act runs in the caller's transaction, within the entry window. */
@Injectable()
export class EntryService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly forms: EntryFormService,
    private readonly notices: EntryNotices,
  ) {}

  /** @throws DomainError `not-found`, `entry-invalid`, `window-not-open`, `deadline-passed`, `judge-and-team` */
  async draft(manager: EntityManager, slug: string, userId: string, answers: EntryAnswers): Promise<EntryDraft> {
    await shareOrganisationRegister(manager);
    const catalogue = await editionCatalogue(manager, { slug });
    await assertEntryOpen(manager, catalogue.editionId);
    await assertNoJudge(manager, catalogue.editionId, [userId]);
    const resolved = resolveAnswers(catalogue, answers);
    const form = await this.forms.fill(manager, answers, resolved, null);
    const draft = { answers: resolved, form, leadUserId: userId };
    const drafts = await insertDrafts(manager, catalogue.editionId, [draft]);
    return drafts[0] as EntryDraft;
  }

  /**
   * Replaces the answers of an own draft, and what was typed since. An own submitted entry gets a further version at once, under its number; once
   * it stands in a stage, it keeps what it stands there with: track, field group and enterprise problem.
   *
   * @param declaresLanding as for `submit`; asked of a submitted entry alone
   * @throws DomainError `not-found`, `entry-invalid`, `entry-incomplete`, `enterprise-problem-missing`,
   *   `entry-withdrawn`, `window-not-open`, `deadline-passed`, `correction-time-over`, `revision-stale`
   */
  async revise(
    manager: EntityManager,
    publicId: string,
    userId: string,
    answers: EntryAnswers,
    declaresLanding = false,
  ): Promise<RevisedEntry> {
    await shareOrganisationRegister(manager);
    const entry = await ownOpenEntry(manager, publicId, userId, assertRevisable);
    const isSubmitted = entry.state === 'submitted';
    if (answers.seenDraft !== undefined) await assertDraftSeen(manager, entry.id, answers.seenDraft);
    const catalogue = await editionCatalogue(manager, { editionId: entry.edition_id });
    const resolved = resolveAnswers(catalogue, answers);
    await assertStageKept(manager, entry.id, resolved);
    if (isSubmitted && resolved.trackRequiresProblem && resolved.enterpriseProblemId === null) {
      throw new DomainError('enterprise-problem-missing', { path: 'enterpriseProblemNumber' });
    }
    const standing = { formVersionId: entry.form_version_id, isDraft: !isSubmitted };
    const form = await this.forms.fill(manager, answers, resolved, standing);
    await updateAnswers(manager, entry.edition_id, entry.id, { answers: resolved, form });
    await settleDrafts(manager, [entry.id]);
    const revised = { id: entry.id, publicId, editionId: entry.edition_id };
    if (!isSubmitted) return { ...revised, eventId: null };
    await this.forms.complete(manager, entry.id, declaresLanding);
    const given = { entryIds: [entry.id], actor: userId, kind: 'entry-revised' as const };
    const [version] = await writeVersions(manager, this.ledger, entry.edition_id, given);
    if (version) await this.notices.received(manager, 'entry-revised', version);
    return { ...revised, eventId: version?.eventId ?? null };
  }

  /**
   * Submits an own draft that answers all its form requires.
   *
   * @param declaresLanding whether the team has declared an intent to land, which a form may require
   * @param seenDraft version of the draft that the page shows; undefined where nobody looks at one
   * @throws DomainError `not-found`, `lead-only`, `entry-not-draft`, `revision-stale`, `entry-incomplete`,
   *   `enterprise-problem-missing`, `entry-withdrawn`, `window-not-open`, `deadline-passed`; `judge-and-team` where one
   *   of the team judges by now
   */
  async submit(
    manager: EntityManager,
    publicId: string,
    userId: string,
    { declaresLanding = false, seenDraft }: { readonly declaresLanding?: boolean; readonly seenDraft?: number } = {},
  ): Promise<SubmittedEntry> {
    const entry = await ownOpenEntry(manager, publicId, userId);
    assertLead(entry, userId);
    if (entry.state !== 'draft') throw new DomainError('entry-not-draft', { entry: publicId });
    await assertTeamOutside(manager, entry);
    if (seenDraft !== undefined) await assertDraftSeen(manager, entry.id, seenDraft);
    await this.forms.complete(manager, entry.id, declaresLanding);
    const given = { entryIds: [entry.id], actor: userId, isLate: entry.phase === 'late' };
    const [submitted] = await submitDrafts(manager, this.ledger, entry.edition_id, given);
    await this.notices.received(manager, 'entry-submitted', submitted as SubmittedEntry);
    return submitted as SubmittedEntry;
  }

  /** @throws DomainError `not-found`, `entry-not-submitted`, `entry-withdrawn`, `window-not-open`, `deadline-passed` */
  async withdraw(manager: EntityManager, publicId: string, userId: string): Promise<void> {
    const entry = await ownOpenEntry(manager, publicId, userId);
    assertLead(entry, userId);
    if (entry.state === 'draft') throw new DomainError('entry-not-submitted', { entry: publicId });
    await this.withdrawHeld(manager, entry.edition_id, [entry.id], { actor: userId });
    await this.notices.withdrawn(manager, entry.id);
  }

  /**
   * Many entries at once, through the checks and constraints of one: the demonstration data are loaded so.
   * They are on the form in force, whatever of it they answer: nothing of it is required of them.
   * Nobody is written to.
   *
   * @returns in the order given, numbered in it
   * @throws DomainError as `draft` and `submit`
   */
  async submitMany(
    manager: EntityManager,
    editionId: string,
    entries: readonly BulkEntry[],
    act: EntryAct,
  ): Promise<SubmittedEntry[]> {
    await shareOrganisationRegister(manager);
    const catalogue = await editionCatalogue(manager, { editionId });
    await assertEntryOpen(manager, editionId);
    const { occurredOn } = act;
    const given = entries.map((entry) => ({ ...entry, resolved: resolveAnswers(catalogue, entry.answers) }));
    const forms = await this.forms.fillMany(manager, given);
    const drafts = given.map(({ resolved, leadUserId }, index) => ({
      ...{ answers: resolved, form: forms[index] as FilledForm, leadUserId },
      ...(occurredOn === undefined ? {} : { occurredOn }),
    }));
    const inserted = await insertDrafts(manager, editionId, drafts);
    return submitDrafts(manager, this.ledger, editionId, { entryIds: inserted.map(({ id }) => id), ...act });
  }

  /**
   * Withdraws submitted entries of an edition before its deadline; drafts and what was withdrawn before stay as they are.
   * Nobody is written to.
   *
   * @returns ids of the entries that this act withdrew
   */
  async withdrawMany(
    manager: EntityManager,
    editionId: string,
    entryIds: readonly string[],
    act: EntryAct,
  ): Promise<string[]> {
    await assertEntryOpen(manager, editionId);
    return this.withdrawHeld(manager, editionId, entryIds, act);
  }

  private async withdrawHeld(
    manager: EntityManager,
    editionId: string,
    entryIds: readonly string[],
    act: EntryAct,
  ): Promise<string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `update entries set state = 'withdrawn', withdrawn_at = now()
       where edition_id = $1 and id = any ($2) and state = 'submitted' returning id`,
      [editionId, entryIds],
    );
    const withdrawn = rows.map(({ id }) => id);
    await this.ledger.recordMany(
      manager,
      withdrawn.map((entry) => ({
        kind: 'entry-withdrawn',
        subject: { edition: editionId, entry },
        body: { actor: act.actor },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
    return withdrawn;
  }
}

/** A draft may have rested while one of its team was made a judge. */
async function assertTeamOutside(manager: EntityManager, entry: { id: string; edition_id: string }): Promise<void> {
  const team = await manager.query<{ userId: string }[]>(
    `select t.user_id as "userId" from team_ties t join entries e on e.id = t.entry_id
     where e.id = $1 and entry_is_read_by(e, t.user_id)`,
    [entry.id],
  );
  await assertNoJudge(
    manager,
    entry.edition_id,
    team.map(({ userId }) => userId),
  );
}
