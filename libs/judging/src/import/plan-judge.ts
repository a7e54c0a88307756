import {
  choicesText,
  findName,
  type ImportedJudge,
  importLine,
  type ImportLine,
  type ImportRow,
  isEmail,
  judgeCells,
  judgeKindNames,
  judgeKinds,
  judgeKindTable,
  RowCells,
} from '#domain';
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
}

export function planJudge(row: ImportRow, { standing, accounts }: JudgeContext): PlannedJudge {
  const reader = new RowCells(row.cells);
  const email = normalEmail(reader.cell('email') ?? '');
  const externalKey = reader.line('external-key', 'externalKey', null, 120);
  const byKey = externalKey === null ? undefined : standing.find((one) => one.externalKey === externalKey);
  const byEmail = email === '' ? undefined : standing.find((one) => one.email === email);
  const before = byEmail ?? byKey ?? null;
  // An address is an account: a list gives nobody another one.
  if (byKey && email !== '' && byKey.email !== email) {
    reader.refuse('external-key', 'externalKey', 'key-taken', { holder: byKey.name });
  }
  const account = accounts.get(before?.email ?? email);
  const judge: ImportedJudge = {
    externalKey: externalKey ?? before?.externalKey ?? null,
    email: before?.email ?? email,
    name: nameOf(reader, before?.name ?? account?.name ?? null),
    employer: reader.line('employer', 'employer', before?.employer ?? null, 200),
    kind: kindOf(reader, before?.kind ?? null),
  };
  if (before === null) refuseAccount(reader, email, account);
  if (before?.hasEnded) reader.refuse('email', 'email', 'judge-role-ended');
  const key = judge.externalKey ?? judge.email;
  const line = importLine(row, { key, title: judge.name }, before && judgeCells(before), judgeCells(judge));
  return { row, reader, before, judge, email: email || judge.email, account, line };
}

/** Whoever has an account has named themselves. */
function nameOf(reader: RowCells, standing: string | null): string {
  if (standing !== null) return standing;
  const name = reader.needed('name', 'displayName', null, 120);
  if (name !== '' && !isWellFormedName(name)) reader.refuse('name', 'displayName', 'field-invalid');
  return name;
}

function kindOf(reader: RowCells, before: ImportedJudge['kind']): ImportedJudge['kind'] {
  const cell = reader.cell('kind');
  if (cell === undefined || cell === '') return before;
  const kind = judgeKinds.find((one) => one === findName(judgeKindTable, cell));
  if (kind !== undefined) return kind;
  const choices = { choicesZh: choicesText(judgeKindNames, 'zh'), choicesEn: choicesText(judgeKindNames, 'en') };
  reader.refuse('kind', 'kind', 'name-unknown', { value: cell.slice(0, 60), ...choices });
  return before;
}

function refuseAccount(reader: RowCells, email: string, account: NamedAccount | undefined): void {
  if (email === '') reader.refuse('email', 'email', 'field-missing');
  else if (!isEmail(email)) reader.refuse('email', 'email', 'email-invalid');
  if (account?.isDisabled) reader.refuse('email', 'email', 'account-disabled');
  if (account?.isAdministrator) reader.refuse('email', 'email', 'account-is-administrator');
  if (account?.isDemoElsewhere) reader.refuse('email', 'email', 'account-demo-mismatch');
  if (account?.isInTeam) reader.refuse('email', 'email', 'judge-in-team');
  if (account?.hasBeenJudge && !account.isJudge) reader.refuse('email', 'email', 'judge-role-ended');
}
