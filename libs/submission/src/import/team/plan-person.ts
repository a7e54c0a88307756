import {
  choicesText,
  findName,
  importLine,
  type ImportedMember,
  type ImportLine,
  type ImportRow,
  personCells,
  personRoles,
  personRoleTable,
  RowCells,
} from '#domain';
import { checkPerson, personDetails } from '../entry/check-people.js';
import type { FoundRow } from '../entry/find-rows.js';
import type { StandingEntry, StandingMember } from '../entry/standing-entries.js';

/** What one row of people would do; `standing` is null where the row names no entry. */
export interface PlannedPerson {
  readonly row: ImportRow;
  readonly reader: RowCells;
  readonly standing: StandingEntry | null;
  readonly before: StandingMember | null;
  readonly after: ImportedMember;
  readonly line: ImportLine;
}

const targetOf = { latinName: 'latin-name', phone: 'phone', email: 'email' } as const;

/** @param taken people of the teams whom rows above have named; this one is added to them */
export function planPerson({ row, standing, problems }: FoundRow, taken: Map<StandingMember, number>): PlannedPerson {
  const reader = new RowCells(row.cells);
  reader.problems.push(...problems);
  if (standing === null && problems.length === 0) reader.refuse('external-key', 'externalKey', 'entry-unknown');
  const name = reader.needed('name', 'name', null, 120);
  const role = roleOf(reader);
  const before = standing === null ? null : find(standing, { name, role }, taken);
  if (before !== null) taken.set(before, row.row);
  const detail = (target: string, path: string, was: string | null | undefined) =>
    reader.line(target, path, was ?? null, 300);
  const given: ImportedMember = {
    ...{ role: role ?? before?.role ?? 'member', name },
    organisation: reader.line('organisation', 'organisation', before?.organisation ?? null, 200),
    latinName: detail('latin-name', 'latinName', before?.latinName),
    phone: detail('phone', 'phone', before?.phone),
    email: detail('email', 'email', before?.email),
  };
  const after = checkPerson(given, { path: '', countryCode: standing?.entry.countryCode ?? 'CN' }, (part, problem) =>
    reader.refuse(targetOf[part], part, problem.code, problem.details),
  );
  const key = standing?.entry.externalKey ?? String(standing?.number ?? row.cells.get('external-key') ?? '');
  const line = importLine(row, { key, title: name }, before && personCells(before), personCells(after));
  if (standing !== null && line.outcome !== 'unchanged') refuse(reader, standing, { before, after });
  return { row, reader, standing, before, after, line };
}

/** Undefined where the row does not say it. */
function roleOf(reader: RowCells): ImportedMember['role'] | undefined {
  const cell = reader.cell('role') ?? '';
  if (cell === '') return undefined;
  const found = personRoles.find(({ key }) => key === findName(personRoleTable, cell));
  if (found === undefined) {
    const choices = { choicesZh: choicesText(personRoles, 'zh'), choicesEn: choicesText(personRoles, 'en') };
    reader.refuse('role', 'role', 'name-unknown', { value: cell.slice(0, 60), ...choices });
  }
  return found?.key;
}

/** Of two people of one name the one in the role. */
function find(
  { people }: StandingEntry,
  { name, role }: { readonly name: string; readonly role: ImportedMember['role'] | undefined },
  taken: ReadonlyMap<StandingMember, number>,
): StandingMember | null {
  const named = people.filter((person) => person.name === name && !taken.has(person));
  return named.find((person) => person.role === role) ?? named[0] ?? null;
}

/** What an import may not do to a team that is here. */
function refuse(
  reader: RowCells,
  { state, isJudged, people }: StandingEntry,
  { before, after }: { readonly before: StandingMember | null; readonly after: ImportedMember },
): void {
  if (state === 'withdrawn') return reader.refuse('name', 'state', 'entry-withdrawn');
  if (isJudged) return reader.refuse('name', 'state', 'entry-judged');
  const brought = personDetails.filter((detail) => before?.isWithheld === true && (after[detail] ?? null) !== null);
  for (const detail of brought) reader.refuse(targetOf[detail], detail, 'contacts-withheld', { name: after.name });
  if (before?.role === after.role) return;
  const isLed = people.some(({ role }) => role === 'lead');
  if (before?.role === 'lead' || (after.role === 'lead' && isLed)) return reader.refuse('role', 'role', 'lead-fixed');
  if (after.role === 'lead' && before?.hasJoined) reader.refuse('role', 'role', 'lead-by-transfer');
}
