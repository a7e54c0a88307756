import { type CellProblem, fieldProblem, type ImportedEntry, type ImportedMember, isEmail, readPhone } from '#domain';
import { isLatinName } from '../../team/latin-name.js';
import { phoneNumberOf } from '../../team/phone.js';
import type { StandingMember } from './standing-entries.js';

type Detail = 'latinName' | 'phone' | 'email';
type Refuse = (detail: Detail, problem: CellProblem['problem']) => void;

/** What a version does not freeze of a person. */
export const personDetails: readonly Detail[] = ['latinName', 'phone', 'email'];
const leadTargets = { latinName: 'lead-latin-name', phone: 'lead-phone', email: 'lead-email' } as const;

/**
 * The people of a row with their phones in E.164, as one dials within the entry's country.
 *
 * @param before whose details stand, and are not looked at again
 */
export function checkPeople(
  { members, countryCode }: ImportedEntry,
  before: readonly ImportedMember[],
): { readonly members: readonly ImportedMember[]; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const known = new Set(before);
  const checked = members.map((member, index) => {
    if (known.has(member)) return member;
    return checkPerson(member, { path: `members[${index}]`, countryCode }, (detail, problem) =>
      problems.push({ target: targetOf(member, detail), problem }),
    );
  });
  return { members: checked, problems };
}

/**
 * Nothing is stored of whoever has withdrawn the consent to it: a cell that brings it is refused.
 *
 * @param before who of the team each of the members is
 */
export function withheldProblems(
  members: readonly ImportedMember[],
  before: readonly (StandingMember | undefined)[],
): CellProblem[] {
  return members.flatMap((member, index) =>
    before[index]?.isWithheld === true
      ? personDetails
          .filter((detail) => (member[detail] ?? null) !== null)
          .map((detail) => ({
            target: targetOf(member, detail),
            problem: fieldProblem(`members[${index}].${detail}`, 'contacts-withheld', { name: member.name }),
          }))
      : [],
  );
}

function targetOf({ role }: ImportedMember, detail: Detail): string {
  const targets = { member: 'members', adviser: 'advisers' } as const;
  return role === 'lead' ? leadTargets[detail] : targets[role];
}

/** One person with the phone in E.164. */
export function checkPerson(
  member: ImportedMember,
  { path, countryCode }: { readonly path: string; readonly countryCode: string },
  refuse: Refuse,
): ImportedMember {
  const { latinName = null, phone = null, email = null } = member;
  if (latinName !== null && !isLatinName(latinName)) {
    refuse('latinName', fieldProblem(`${path}.latinName`, 'latin-letters-expected'));
  }
  if (email !== null && !isEmail(email)) refuse('email', fieldProblem(`${path}.email`, 'email-invalid'));
  const dialled = phone === null ? null : (phoneNumberOf(phone, countryCode) ?? phoneNumberOf(readPhone(phone)));
  if (phone !== null && dialled === null) refuse('phone', fieldProblem(`${path}.phone`, 'phone-invalid'));
  return { ...member, latinName, phone: dialled ?? phone, email };
}
