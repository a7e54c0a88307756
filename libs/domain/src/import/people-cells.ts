import { fieldProblem } from '../errors/field-problem.js';
import { readLines, readPerson, writeLines } from './lines-cell.js';
import type { CellProblem } from './row-cells.js';

export interface ImportedMember {
  readonly role: 'lead' | 'member' | 'adviser';
  readonly name: string;
  readonly organisation: string | null;
  /** Beside what a version names of a person: erasable. */
  readonly latinName?: string | null;
  /** E.164. */
  readonly phone?: string | null;
  readonly email?: string | null;
}

type Role = ImportedMember['role'];

/** Several people as the cell of their role: `name | organisation | Latin name | phone | e-mail`. */
export function writePeople(people: readonly ImportedMember[]): string {
  return writeLines(
    people.map(({ name, organisation, latinName, phone, email }) => [
      ...[name, organisation ?? '', latinName ?? '', phone ?? '', email ?? ''],
    ]),
  );
}

/**
 * Lead, members and advisers, in this order; a role whose column the file lacks stays as it was. What a cell leaves open
 * of somebody who is in the team already (Latin name, phone, e-mail) stays, too.
 */
export function readPeople(
  cells: ReadonlyMap<string, string>,
  before: readonly ImportedMember[],
  problems: CellProblem[],
): ImportedMember[] {
  if (!peopleTargets.some((target) => cells.has(target))) return [...before];
  const was = (role: Role) => before.filter((member) => member.role === role);
  const read = (target: string, role: 'member' | 'adviser') => {
    const cell = cells.get(target);
    return cell === undefined ? was(role) : kept(readLines(cell).map(peopleOf(role)), before);
  };
  return [...readLead(cells, was('lead'), problems), ...read('members', 'member'), ...read('advisers', 'adviser')];
}

const leadDetails = { 'lead-latin-name': 'latinName', 'lead-phone': 'phone', 'lead-email': 'email' } as const;
const peopleTargets = ['lead', 'lead-organisation', ...Object.keys(leadDetails), 'members', 'advisers'];

const peopleOf =
  (role: Role) =>
  ([name = '', organisation = '', latinName = '', phone = '', email = '']: readonly string[]): ImportedMember => ({
    ...{ role, name, organisation: organisation || null },
    ...(latinName === '' ? {} : { latinName }),
    ...(phone === '' ? {} : { phone }),
    ...(email === '' ? {} : { email }),
  });

function readLead(
  cells: ReadonlyMap<string, string>,
  was: readonly ImportedMember[],
  problems: CellProblem[],
): ImportedMember[] {
  const cell = cells.get('lead');
  const leads = cell === undefined ? [...was] : readPerson(cell).map(peopleOf('lead'));
  if (leads.length > 1) {
    problems.push({ target: 'lead', problem: fieldProblem('members', 'too-many-items', { maximum: 1 }) });
    return [];
  }
  const employer = cells.get('lead-organisation');
  const given = Object.entries(leadDetails).flatMap(([target, property]) => {
    const detail = cells.get(target);
    return detail === undefined ? [] : [[property, detail || null] as const];
  });
  // A lead who is called otherwise is the same person: a name was mended.
  return leads.map((lead) => ({
    ...detailsOf(was[0]),
    ...lead,
    ...(employer === undefined ? {} : { organisation: employer || lead.organisation }),
    ...Object.fromEntries(given),
  }));
}

function kept(people: readonly ImportedMember[], before: readonly ImportedMember[]): ImportedMember[] {
  const left = new Set(before);
  return people.map((person) => {
    const same = [...left].find(({ name }) => name === person.name);
    if (same !== undefined) left.delete(same);
    return { ...detailsOf(same), ...person };
  });
}

function detailsOf(member: ImportedMember | undefined): Pick<ImportedMember, 'latinName' | 'phone' | 'email'> {
  const { latinName = null, phone = null, email = null } = member ?? {};
  return { latinName, phone, email };
}
