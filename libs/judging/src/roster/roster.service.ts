import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Act } from '#contest';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { mayBeApprovedBy, rosterFor, rosterPlaces, type RosterChangeKind, type RosterPlace } from './roster-places.js';

export interface ProposedChanges {
  readonly editionId: string;
  readonly judgeIds: readonly string[];
  readonly kind: RosterChangeKind;
  /** Why judges leave, in the office's words; absent where nobody has said it. */
  readonly reason?: string | null;
}

export interface ApprovedRoster {
  readonly id: string;
  /** Of the roster's canonical document, 64 hex digits. */
  readonly hash: string;
}

/**
 * The roster of an edition (评委名单): a judge judges from the approval of a second person on, and until a removal has
 * been approved so too. The database holds both rules.
 */
@Injectable()
export class RosterService {
  constructor(private readonly ledger: LedgerService) {}

  /** The first person's half: nothing changes for the judges yet. None of them may have a change that awaits approval. */
  async propose(
    manager: EntityManager,
    { editionId, judgeIds, kind, reason = null }: ProposedChanges,
    act: Act,
  ): Promise<void> {
    if (judgeIds.length === 0) return;
    const ids = judgeIds.map(() => uuidv7());
    await manager.query(
      `insert into roster_changes (id, judge_id, kind, proposed_by, reason)
       select id, judge_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) as g (id, judge_id)`,
      [ids, judgeIds, kind, act.actor, reason],
    );
    const said = ids.map((subjectId) => ({ subjectId, value: reason ?? '' }));
    const reasons = reason === null ? [] : await this.ledger.commitments(manager, 'roster-change', said);
    await this.ledger.recordMany(
      manager,
      ids.map((change, index) => ({
        kind: 'roster-change-proposed',
        subject: { edition: editionId, judge: judgeIds[index] ?? '', change },
        body: { actor: act.actor, kind, ...(reason === null ? {} : { reason: reasons[index] ?? null }) },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
  }

  /**
   * The second person's half: everything that others proposed takes effect. What the approver proposed stays, and so does
   * the approver's own place as a judge.
   *
   * @param seen hash of the roster that the approver was shown; null approves what stands
   * @throws DomainError `roster-change-missing`; `same-person` where nothing is left for the approver; `revision-stale`
   */
  async approve(manager: EntityManager, editionId: string, seen: string | null, act: Act): Promise<ApprovedRoster> {
    // Whoever else acts on one of these judges waits, or was first and is seen.
    await manager.query('select from judges where edition_id = $1 order by id for no key update', [editionId]);
    const places = await rosterPlaces(manager, editionId);
    const approved = places.filter(mayBeApprovedBy(act.actor));
    if (approved.length === 0) {
      throw new DomainError(places.some(({ change }) => change !== null) ? 'same-person' : 'roster-change-missing');
    }
    const { document, hash } = rosterFor(editionId, places, act.actor);
    if (seen !== null && seen !== hash) throw new DomainError('revision-stale', { stored: hash });
    const id = uuidv7();
    await manager.query(
      `insert into roster_approvals (id, edition_id, document, hash, approved_by, occurred_on)
       values ($1, $2, $3, decode($4, 'hex'), $5, $6)`,
      [id, editionId, JSON.stringify(document), hash, act.actor, act.occurredOn ?? null],
    );
    await endChanges(manager, approved, { approvalId: id, actor: act.actor });
    const judgesOf = (kind: RosterChangeKind) =>
      approved.filter(({ change }) => change?.kind === kind).map(({ judge }) => judge);
    await this.ledger.record(manager, {
      kind: 'roster-approved',
      subject: { edition: editionId, roster: id },
      body: {
        ...{ actor: act.actor, hash, judges: document.judges.length },
        ...{ added: judgesOf('addition'), removed: judgesOf('removal') },
      },
      ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
    });
    return { id, hash };
  }
}

async function endChanges(
  manager: EntityManager,
  places: readonly RosterPlace[],
  { approvalId, actor }: { readonly approvalId: string; readonly actor: string },
): Promise<void> {
  await manager.query(
    `update roster_changes set outcome = 'approved', ended_by = $2, ended_at = clock_timestamp(), approval_id = $3
     where id = any ($1)`,
    [places.flatMap(({ change }) => change?.id ?? []), actor, approvalId],
  );
}
