import type { DomainError, DomainErrorCode, FieldProblem } from '#domain';

const sentences: Partial<Record<DomainErrorCode, string>> = {
  'user-exists': 'There is an account with this address already; `leitai user grant` gives it another role.',
  'user-unknown': 'There is no account with this address.',
  'role-held': 'This role is held already; each administrator exists once.',
  'role-not-held': 'The account does not hold this role, or not in this edition.',
  'role-exclusive':
    'The system, security and audit administrators exclude each other and every other role: use another account.',
  'judge-and-team':
    'The person takes part in this edition, with an entry of their own or of their team: they cannot judge in it.',
  'sign-in-failed': 'The address or the password of the security administrator is wrong.',
  'not-allowed': 'Only the security administrator grants roles and takes them back.',
  'too-many-attempts': 'Too many attempts; wait a little.',
};

const fieldSentences: Readonly<Record<string, string>> = {
  edition: '--edition: there is no such edition, or this role has none (or needs one)',
  email: '--email: this is no e-mail address',
  displayName: '--name: 1 to 120 characters, without space at either end',
};

/** What the terminal says of a refusal. */
export function userRefusal(error: DomainError): string {
  const problems = error.details.problems as readonly FieldProblem[] | undefined;
  if (problems !== undefined) {
    return problems.map(({ path, code }) => fieldSentences[path] ?? `${path}: ${code}`).join('\n');
  }
  return sentences[error.code] ?? error.message;
}
