import { answerFields } from './answers.js';
import { answeredObjects, type AnsweringDocument } from './answered-object.js';
import { identityFields, type IdentityField } from './identity-field.js';
import { letterFields } from './letters.js';
import { type VisibilityRow, viewers, visibilityMatrix } from './visibility-matrix.js';

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const rule = (columns: number) => line(Array.from({ length: columns }, () => '---'));
const signs = { always: 'yes', open: 'open stage', released: 'released', never: '–' } as const;
const fieldsText = (fields: readonly IdentityField[]) => fields.join(', ') || '–';

/** The written visibility matrix as docs/visibility.md: field × viewer, then every route and letter with its fields. */
export function renderVisibility(document: AnsweringDocument): string {
  const columns = Object.keys(viewers) as (keyof typeof viewers)[];
  const rows = Object.entries<VisibilityRow>(visibilityMatrix);
  return [
    '# Visibility',
    '',
    'Rendered from `libs/identity/src/visibility` by `npm run openapi`. Who may ask for what is in permissions.md; here is',
    'who may be told of whom. A crawl as every role, with a word in every field, compares the answers with it.',
    '',
    '“open stage”: where the stage is not blind. “released”: once a list that names it is published; what the public may',
    'see then, everybody may. What is one’s own may always be seen. Who has a tie to an entry is told nothing of it.',
    '',
    line(['field', ...columns]),
    rule(columns.length + 1),
    ...rows.map(([field, { sight }]) => line([field, ...columns.map((viewer) => signs[sight[viewer] ?? 'never'])])),
    '',
    '## Fields',
    '',
    line(['field', 'what it is', 'why']),
    rule(3),
    ...rows.map(([field, { why }]) => line([field, identityFields[field as IdentityField], why])),
    '',
    '## Viewers',
    '',
    ...Object.entries(viewers).map(([viewer, meaning]) => `- **${viewer}**: ${meaning}`),
    '',
    '## Routes',
    '',
    'An object that is not named, and every refusal, carries none of the fields.',
    '',
    line(['route', 'object', 'may carry']),
    rule(3),
    ...answeredObjects(document).map(({ route, object }) =>
      line([
        `\`${route}\``,
        object === null ? '–' : object === route ? 'bytes' : object,
        fieldsText(answerFields[object ?? ''] ?? []),
      ]),
    ),
    '',
    '## Letters',
    '',
    line(['template', 'may tell its reader']),
    rule(2),
    ...Object.entries(letterFields).map(([template, fields]) => line([`\`${template}\``, fieldsText(fields)])),
    '',
  ].join('\n');
}
