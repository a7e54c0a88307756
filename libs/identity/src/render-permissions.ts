import { fieldClasses, permissionMatrix, type Permission } from './permission-matrix.js';
import { roles } from './role.js';

const scopeTexts = {
  'signed-in': 'anyone signed in',
  own: "the person's own",
  edition: 'objects of the edition of the role',
  register: 'what all editions share',
  installation: 'the installation',
} as const;

function permissionRow([name, { roles: holders, scope, reads, writes, ...rule }]: [string, Permission]): string {
  const who = holders.length === 0 ? 'everyone signed in' : holders.join(', ');
  const marks = [
    ...(rule.approves === true ? ['second person: may approve'] : []),
    ...(rule.withoutTies === true ? ['nobody with a tie to an entry'] : []),
  ];
  const cells = [`\`${name}\``, marks.length > 0 ? `${who} (${marks.join('; ')})` : who, scopeTexts[scope]];
  return `| ${[...cells, reads.join(', ') || '–', writes.join(', ') || '–'].join(' | ')} |`;
}

/** A route of the API with the permission it names; null where it is public. */
export interface RouteAccess {
  readonly method: string;
  readonly path: string;
  readonly permission: string | null;
}

/** The written permission matrix as docs/permissions.md: role × object × field, then every route. */
export function renderPermissions(routes: readonly RouteAccess[]): string {
  const entries = Object.entries<Permission>(permissionMatrix);
  return [
    '# Permissions',
    '',
    'Rendered from `libs/identity/src/permission-matrix.ts` by `npm run openapi`; a test compares it with the matrix and',
    'with every route. What is not named here is refused.',
    '',
    `Roles: ${roles.join(', ')}. Every role but the three administrators belongs to one edition.`,
    '',
    '| permission | roles | objects | reads | writes |',
    '| --- | --- | --- | --- | --- |',
    ...entries.map(permissionRow),
    '',
    '## Classes of fields',
    '',
    ...Object.entries(fieldClasses).map(([name, meaning]) => `- **${name}**: ${meaning}`),
    '',
    '## Routes',
    '',
    '| route | permission |',
    '| --- | --- |',
    ...routes.map(
      ({ method, path, permission }) =>
        `| \`${method} ${path}\` | ${permission === null ? 'public' : `\`${permission}\``} |`,
    ),
    '',
  ].join('\n');
}
