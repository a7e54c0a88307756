import { type CellProblem, fieldProblem, type ImportedEntry, type ImportedMember, isEmail, readPhone } from '#domain';
import { isLatinName } from '../../team/latin-name.js';
import { phoneNumberOf } from '../../team/phone.js';

type Detail = 'latinName' | 'phone' | 'email';
type Refuse = (detail: Detail, problem: CellProblem['problem']) => void;

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
    const target = { member: 'members', adviser: 'advisers' } as const;
    return checkPerson(member, { path: `members[${index}]`, countryCode }, (detail, problem) =>
      problems.push({ target: member.role === 'lead' ? leadTargets[detail] : target[member.role], problem }),
    );
  });
  return { members: checked, problems };
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
