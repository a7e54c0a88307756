import {
  cleanLine,
  type FieldProblemCode,
  type ImportedJudge,
  importLine,
  type ImportLine,
  type ImportRow,
  isEmail,
  judgeCells,
  type NamedKey,
  RowCells,
} from '#domain';
import { readJudgeFacts } from '#domain/import/judge-cells';
import { unknownJudge } from '#domain/roster/judge-facts';
import { isWellFormedName, normalEmail } from '#identity';
import type { NamedAccount, StandingJudge } from './standing-judges.js';

/** What one row of judges would do. */
export interface PlannedJudge {
  readonly row: ImportRow;
  readonly reader: RowCells;
  readonly before: StandingJudge | null;
  readonly judge: ImportedJudge;
  /** As the row gives it, else as it stands. */
  readonly email: string;
  /** Of the row's address; undefined where one is to be made. */
  readonly account: NamedAccount | undefined;
  readonly line: ImportLine;
}

interface JudgeContext {
  readonly standing: readonly StandingJudge[];
  readonly accounts: ReadonlyMap<string, NamedAccount>;
  /** The edition's field groups. */
  readonly groups: readonly NamedKey[];
}

export function planJudge(row: ImportRow, { standing, accounts, groups }: JudgeContext): PlannedJudge {
  const reader = new RowCells(row.cells);
  const email = normalEmail(reader.cell('email') ?? '');
  const externalKey = cleanLine(reader.cell('external-key') ?? '') || null;
  const byKey = externalKey === null ? undefined : standing.find((one) => one.externalKey === externalKey);
  const byEmail = email === '' ? undefined : standing.find((one) => one.email === email);
  const before = byEmail ?? byKey ?? null;
  // An address is an account: a list gives nobody another one.
  if (byKey && email !== '' && byKey.email !== email) {
    reader.refuse('external-key', 'externalKey', 'key-taken', { holder: byKey.name });
  }
  const account = accounts.get(before?.email ?? email);
  const judge: ImportedJudge = {
    email: before?.email ?? email,
    name: nameOf(reader, before?.name ?? account?.name ?? null),
    ...readJudgeFacts(reader, before ?? unknownJudge, groups),
  };
  if (before === null) for (const code of accountRefusals(email, account)) reader.refuse('email', 'email', code);
  if (before?.hasEnded) reader.refuse('email', 'email', 'judge-role-ended');
  const key = judge.externalKey ?? judge.email;
  const cells = (one: ImportedJudge) => judgeCells(one, groups);
  const line = importLine(row, { key, title: judge.name }, before && cells(before), cells(judge));
  return { row, reader, before, judge, email: email || judge.email, account, line };
}

/** Whoever has an account has named themselves. */
function nameOf(reader: RowCells, standing: string | null): string {
  if (standing !== null) return standing;
  const name = reader.needed('name', 'displayName', null, 120);
  if (name !== '' && !isWellFormedName(name)) reader.refuse('name', 'displayName', 'field-invalid');
  return name;
}

/** Why nobody becomes a judge of the edition by this address. @param account that it has, if any */
export function accountRefusals(email: string, account: NamedAccount | undefined): FieldProblemCode[] {
  return [
    ...(email === '' ? (['field-missing'] as const) : isEmail(email) ? [] : (['email-invalid'] as const)),
    ...(account?.isDisabled ? (['account-disabled'] as const) : []),
    ...(account?.isAdministrator ? (['account-is-administrator'] as const) : []),
    ...(account?.isDemoElsewhere ? (['account-demo-mismatch'] as const) : []),
    ...(account?.isInTeam ? (['judge-in-team'] as const) : []),
    ...(account?.hasBeenJudge && !account.isJudge ? (['judge-role-ended'] as const) : []),
  ];
}
