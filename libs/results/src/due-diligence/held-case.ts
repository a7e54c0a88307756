import type { EntityManager } from 'typeorm';
import { canonicalJson, DomainError, type EligibilityItem } from '#domain';
import { assertFreeOfTies } from '#identity';
import type { LedgerService } from '#ledger';

/** A paper that was seen, beside the files of the entry. */
export interface SeenDocument {
  readonly name: string;
  /** Its number, or where it is kept. */
  readonly reference: string;
}

export interface HeldCase {
  readonly id: string;
  readonly edition_id: string;
  readonly stage_id: string;
  readonly entry_id: string;
  /** Of the entry. */
  readonly public_id: string;
  readonly version: number;
  readonly met: readonly string[];
  readonly documents: readonly SeenDocument[];
  readonly note: string;
  /** Of a refusal that awaits its second person. */
  readonly refusal: { readonly id: string; readonly proposedBy: string } | null;
}

/**
 * A case that nobody has decided, locked. Who has a tie to its entry is told nothing of it, not even its state.
 *
 * @param seen version that was read, and by whom
 * @throws DomainError `not-found`, `organiser-conflicted`, `due-diligence-decided`, `revision-stale`
 */
export async function holdCase(
  manager: EntityManager,
  editionId: string,
  { id, seen, actor }: { readonly id: string; readonly seen: number; readonly actor: string },
): Promise<HeldCase> {
  const rows = await manager.query<(HeldCase & { state: string })[]>(
    `select c.*, e.public_id, (select json_build_object('id', r.id, 'proposedBy', r.proposed_by)
       from due_diligence_refusals r where r.case_id = c.id and r.outcome is null) as refusal
     from due_diligence_cases c join entries e on e.id = c.entry_id
     where c.id = $1 and c.edition_id = $2 for update of c`,
    [id, editionId],
  );
  const row = rows[0];
  if (!row) throw new DomainError('not-found');
  await assertFreeOfTies(manager, actor, [row.entry_id]);
  if (row.state !== 'open') throw new DomainError('due-diligence-decided');
  if (row.version !== seen) throw new DomainError('revision-stale', { stored: row.version });
  return row;
}

export interface CaseEnd {
  readonly decision: 'passed' | 'refused';
  readonly checklist: readonly EligibilityItem[];
  readonly actor: string;
}

/** Ends a held case, with the checklist as it is worded now and an event. */
export async function endCase(
  manager: EntityManager,
  ledger: LedgerService,
  row: HeldCase,
  { decision, checklist, actor }: CaseEnd,
): Promise<void> {
  const worded = checklist.map((item) => ({ ...item, isMet: row.met.includes(item.key) }));
  await manager.query(
    `update due_diligence_cases set state = $2, checklist = $3, decided_by = $4, decided_at = now(),
       version = version + 1 where id = $1`,
    [row.id, decision, JSON.stringify(worded), actor],
  );
  const found = canonicalJson({
    documents: row.documents.map(({ name, reference }) => ({ name, reference })),
    note: row.note,
  });
  await ledger.record(manager, {
    kind: decision === 'passed' ? 'due-diligence-passed' : 'due-diligence-refused',
    subject: {
      ...{ edition: row.edition_id, stage: row.stage_id, entry: row.entry_id, case: row.id },
      ...(row.refusal === null ? {} : { refusal: row.refusal.id }),
    },
    body: {
      ...{ actor, met: [...row.met] },
      found: await ledger.commitment(manager, 'due-diligence', row.id, found),
    },
  });
}
