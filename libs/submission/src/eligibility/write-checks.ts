import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson } from '#domain';
import type { LedgerService } from '#ledger';
import type { EntryAct } from '../entry.service.js';
import type { EligibilityOutcome } from './check-record.js';

interface Check extends EligibilityOutcome {
  readonly id: string;
}

/** Records checks with their events, no entry twice; free text goes to a row of its own, which can be erased. */
export async function writeChecks(
  manager: EntityManager,
  ledger: LedgerService,
  editionId: string,
  outcomes: readonly EligibilityOutcome[],
  act: EntryAct,
): Promise<readonly Check[]> {
  const checks = outcomes.map((outcome) => ({ id: uuidv7(), ...outcome }));
  const commitments = await noteCommitments(manager, ledger, checks);
  const rows = checks.map(({ id, entryId, outcome, reasonCode, record }) => ({
    ...{ id, entry_id: entryId, outcome, reason_code: reasonCode ?? null },
    ...{ entry_version: record?.entryVersion ?? null, checklist: record?.checklist ?? [] },
    ...{ reasons: record?.reasons ?? [], correct_until: record?.correctUntil ?? null, note: commitments.get(id) },
  }));
  await manager.query(
    `insert into eligibility_checks (id, entry_id, number, outcome, reason_code, entry_version, checklist, reasons,
       note_commitment, correct_until, checked_by, occurred_on)
     select g.id, g.entry_id, 1 + (select count(*) from eligibility_checks c where c.entry_id = g.entry_id),
       g.outcome, g.reason_code,
       coalesce(g.entry_version, (select max(v.number) from entry_versions v where v.entry_id = g.entry_id)),
       g.checklist, g.reasons, decode(g.note, 'hex'), g.correct_until, $2, $3
     from jsonb_to_recordset($1::jsonb) as g (id uuid, entry_id uuid, outcome text, reason_code text,
       entry_version integer, checklist jsonb, reasons jsonb, note text, correct_until timestamptz)`,
    [JSON.stringify(rows), act.actor, act.occurredOn ?? null],
  );
  await writeNotes(manager, checks);
  await ledger.recordMany(
    manager,
    checks.map(({ id, entryId, outcome, reasonCode, record }) => ({
      kind: 'eligibility-checked',
      subject: { edition: editionId, entry: entryId },
      body: {
        ...{ actor: act.actor, outcome, reason: reasonCode ?? null },
        ...(record && {
          version: record.entryVersion,
          met: record.checklist.filter(({ isMet }) => isMet).map(({ key }) => key),
          reasons: record.reasons.map(({ key }) => key),
          note: commitments.get(id) ?? null,
          correctUntil: record.correctUntil?.toISOString() ?? null,
        }),
      },
      ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
    })),
  );
  return checks;
}

async function noteCommitments(
  manager: EntityManager,
  ledger: LedgerService,
  checks: readonly Check[],
): Promise<ReadonlyMap<string, string>> {
  const said = checks.flatMap(({ id, record }) =>
    record?.note ? [{ subjectId: id, value: canonicalJson({ ...record.note }) }] : [],
  );
  const commitments = said.length === 0 ? [] : await ledger.commitments(manager, 'eligibility-note', said);
  return new Map(said.map(({ subjectId }, index) => [subjectId, commitments[index] ?? '']));
}

async function writeNotes(manager: EntityManager, checks: readonly Check[]): Promise<void> {
  const said = checks.flatMap(({ id, record }) => (record?.note ? [{ id, ...record.note }] : []));
  await manager.query(
    `insert into eligibility_notes (check_id, text_zh, text_en)
     select * from unnest($1::uuid[], $2::text[], $3::text[])`,
    [said.map(({ id }) => id), said.map(({ zh }) => zh), said.map(({ en }) => en)],
  );
}
