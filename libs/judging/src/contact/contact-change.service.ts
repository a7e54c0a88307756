import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, type FieldProblemCode, fieldProblem, isEmail } from '#domain';
import { IdempotencyService, type IdempotentRequest, normalEmail } from '#identity';
import { LedgerService } from '#ledger';
import { assertWithinOffice, type ContactJudge, holdChange, holdContact } from './held-contact.js';
import { ContactMoveService } from './contact-move.service.js';

/** The address of a judge is changed by two persons: one proposes it, another approves. */
@Injectable()
export class ContactChangeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly moves: ContactMoveService,
  ) {}

  /**
   * The first person's half: the judge signs in as before.
   *
   * @throws DomainError `not-found`, `judge-without-account`, `account-beyond-office`, `contact-change-proposed`;
   *   `request-invalid` naming `email`
   */
  async propose(request: IdempotentRequest, slug: string, judgeId: string, given: string): Promise<void> {
    await this.once(request, async (manager) => {
      const judge = await holdContact(manager, slug, judgeId);
      if (judge.change !== null) throw new DomainError('contact-change-proposed');
      await assertWithinOffice(manager, judge, request.userId, false);
      const email = normalEmail(given);
      const code = await refusalOf(manager, judge, email);
      if (code !== null) throw new DomainError('request-invalid', { problems: [fieldProblem('email', code)] });
      const id = uuidv7();
      await manager.query(
        'insert into judge_contact_changes (id, judge_id, email, proposed_by) values ($1, $2, $3, $4)',
        [id, judge.id, email, request.userId],
      );
      const commitment = await this.ledger.commitment(manager, 'judge-contact', id, email);
      await this.ledger.record(manager, {
        kind: 'judge-contact-proposed',
        subject: { edition: judge.editionId, judge: judge.id, change: id },
        body: { actor: request.userId, email: commitment },
      });
    });
  }

  /**
   * Takes back what awaits approval, one's own or another's; also of an account disabled since.
   *
   * @throws DomainError `not-found`, `contact-change-missing`
   */
  async takeBack(request: IdempotentRequest, slug: string, judgeId: string): Promise<void> {
    await this.once(request, async (manager) => {
      const { id, editionId, change } = await holdChange(manager, slug, judgeId);
      if (change === null) throw new DomainError('contact-change-missing');
      await endChange(manager, change.id, 'taken-back', request.userId);
      await this.ledger.record(manager, {
        kind: 'judge-contact-taken-back',
        subject: { edition: editionId, judge: id, change: change.id },
        body: { actor: request.userId },
      });
    });
  }

  /**
   * The second person's half: from now on the judge signs in with the new address, and the old one is told.
   *
   * @param seen the address that the approver was shown
   * @throws DomainError `not-found`, `judge-without-account`, `contact-change-missing`, `same-person`,
   *   `account-beyond-office`, `revision-stale`; `user-exists` where the address has got another account meanwhile
   */
  async approve(request: IdempotentRequest, slug: string, judgeId: string, seen: string): Promise<void> {
    await this.once(request, async (manager) => {
      const judge = await holdContact(manager, slug, judgeId);
      const { change, userId } = judge;
      if (change === null) throw new DomainError('contact-change-missing');
      if ([change.proposedBy, userId].includes(request.userId)) throw new DomainError('same-person');
      await assertWithinOffice(manager, judge, request.userId, true);
      if (normalEmail(seen) !== change.email) throw new DomainError('revision-stale');
      await this.moves.move(manager, judge, change, request.userId);
      await endChange(manager, change.id, 'approved', request.userId);
    });
  }

  private async once(request: IdempotentRequest, act: (manager: EntityManager) => Promise<void>): Promise<void> {
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        await act(manager);
        return { status: 204, resultId: null };
      }),
    );
  }
}

async function refusalOf(manager: EntityManager, judge: ContactJudge, email: string): Promise<FieldProblemCode | null> {
  if (email === '') return 'field-missing';
  if (!isEmail(email)) return 'email-invalid';
  if (email === judge.email) return 'email-unchanged';
  const held = await manager.query<unknown[]>('select from users where email = $1', [email]);
  return held.length > 0 ? 'email-held' : null;
}

/** An address stands with an account alone, where it can be erased: of what has ended none stays. */
async function endChange(
  manager: EntityManager,
  id: string,
  outcome: 'approved' | 'taken-back',
  actor: string,
): Promise<void> {
  await manager.query(
    `update judge_contact_changes set outcome = $2, ended_by = $3, ended_at = clock_timestamp(), email = null
     where id = $1`,
    [id, outcome, actor],
  );
}
