import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LandingSuggestionQueue } from '#queue';
import {
  EntryService,
  submissionReceipt,
  type EntryAnswers,
  type EntryDraft,
  type SubmissionReceipt,
} from '#submission';
import type { LandingDeclaration } from './landing-declaration.js';
import { LandingIntentService } from './landing-intent.service.js';

/** One form of a team: its entry, and what it declares of landing. */
export interface EntryForm {
  readonly answers: EntryAnswers;
  readonly landing: LandingDeclaration | null;
}

/** A team's acts on its entry, each in one transaction and once for each idempotency key. */
@Injectable()
export class EntryActService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly entries: EntryService,
    private readonly intents: LandingIntentService,
    private readonly suggestions: LandingSuggestionQueue,
  ) {}

  /** @throws DomainError as `EntryService.draft` and `LandingIntentService.declare` */
  async draft(request: IdempotentRequest, slug: string, form: EntryForm): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const draft = await this.entries.draft(manager, slug, request.userId, form.answers);
        await this.declare(manager, draft, form, request.userId);
        return { status: 201, resultId: draft.publicId };
      });
      return resultId as string;
    });
  }

  /**
   * @returns the receipt of the further version of a submitted entry; null for a draft
   * @throws DomainError as `EntryService.revise` and `LandingIntentService.declare`
   */
  async revise(request: IdempotentRequest, publicId: string, form: EntryForm): Promise<SubmissionReceipt | null> {
    let editionId: string | undefined;
    const receipt = await this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const entry = await this.entries.revise(manager, publicId, request.userId, form.answers, form.landing !== null);
        if (entry.eventId === null) {
          await this.declare(manager, entry, form, request.userId);
        } else {
          await this.declareSubmitted(manager, entry, form, request.userId);
          ({ editionId } = entry);
        }
        return { status: 200, resultId: entry.eventId };
      });
      return resultId === null ? null : submissionReceipt(manager, resultId);
    });
    if (editionId !== undefined) this.suggestions.request(editionId);
    return receipt;
  }

  /** @throws DomainError as `EntryService.submit` */
  async submit(request: IdempotentRequest, publicId: string, seenDraft?: number): Promise<SubmissionReceipt> {
    let editionId: string | undefined;
    const receipt = await this.dataSource.transaction(async (manager) => {
      const { resultId } = await this.idempotency.run(manager, request, async () => {
        const declaresLanding = await this.intents.isDeclared(manager, publicId);
        const seen = seenDraft === undefined ? {} : { seenDraft };
        const entry = await this.entries.submit(manager, publicId, request.userId, { declaresLanding, ...seen });
        await this.intents.accept(manager, [entry.id], { actor: request.userId });
        ({ editionId } = entry);
        return { status: 201, resultId: entry.eventId };
      });
      return submissionReceipt(manager, resultId as string);
    });
    if (editionId !== undefined) this.suggestions.request(editionId);
    return receipt;
  }

  /** @throws DomainError as `EntryService.withdraw` */
  async withdraw(request: IdempotentRequest, publicId: string): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await this.entries.withdraw(manager, publicId, request.userId);
        return { status: 204, resultId: null };
      }),
    );
  }

  /** What a submitted entry declares or takes back counts at once, so it goes to the ledger and to the rule. */
  private async declareSubmitted(
    manager: EntityManager,
    entry: EntryDraft,
    form: EntryForm,
    actor: string,
  ): Promise<void> {
    if (form.landing === null) {
      await this.intents.retractAccepted(manager, [entry.id], { actor });
      return;
    }
    await this.declare(manager, entry, form, actor);
    await this.intents.accept(manager, [entry.id], { actor });
  }

  private async declare(manager: EntityManager, entry: EntryDraft, form: EntryForm, actor: string): Promise<void> {
    if (form.landing === null) await this.intents.retract(manager, [entry.id]);
    else await this.intents.declare(manager, [{ entryId: entry.id, declaration: form.landing }], { actor });
  }
}
