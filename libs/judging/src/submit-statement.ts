import { canonicalJson } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import type { SheetSignature } from '#domain/rubric/signature';
import { prepareCommitment, type PreparedCommitment } from '#ledger';
import { preparedComments } from './prepared-comments.js';

const submitSql = `
  select outcome, revision, encode(receipt, 'hex') as receipt, submitted_at, detail
    from submit_score_sheet($1, $2, $3, decode($4, 'hex'), $5, $6, $7, decode($8, 'hex'),
                            $9, $10, $11, $12, $13, decode($14, 'hex'), $15, $16)`;

const saltSql = (subject: string, salt: string) => `
    insert into commitment_salts (subject_kind, subject_id, salt)
    select '${subject}', $9, decode(${salt}, 'hex') from submitted where outcome = 'accepted'`;

/** What goes with a sheet: words and a signature, each bound by a commitment to the sheet's event. */
export interface Accompaniment {
  readonly comments: SheetComments | null;
  readonly signature: SheetSignature | null;
}

export interface SubmitStatement {
  /** Under which a connection plans it once: no other statement of the platform runs so often at once. */
  readonly name: string;
  readonly text: string;
  /** After the sixteen of the sheet itself. */
  readonly values: readonly string[];
  /** For the event's body. */
  readonly commitments: Readonly<Record<string, string>>;
}

interface Part {
  readonly name: string;
  readonly sql: (first: number) => string;
  readonly values: readonly string[];
  readonly bound: PreparedCommitment;
}

/**
 * Stores a sheet. What goes with it is stored by the statement that stores the sheet, and only where that accepts it.
 */
export function submitStatement({ comments, signature }: Accompaniment): SubmitStatement {
  const parts = [...(comments ? [commentPart(comments)] : []), ...(signature ? [signaturePart(signature)] : [])];
  if (parts.length === 0) return { name: 'submit-score-sheet', text: submitSql, values: [], commitments: {} };
  const withs = parts.map(({ sql }, index) => sql(17 + 3 * index));
  return {
    name: `submit-score-sheet-with-${parts.map(({ name }) => name).join('-')}`,
    text: `with submitted as (${submitSql}), ${withs.join(', ')} select * from submitted`,
    values: parts.flatMap(({ values }) => values),
    commitments: Object.fromEntries(parts.map(({ name, bound }) => [name, bound.commitment])),
  };
}

function commentPart(comments: SheetComments): Part {
  const { language, texts, bound } = preparedComments(comments);
  return {
    ...{ name: 'comments', bound, values: [language, texts, bound.salt] },
    sql: (first) => `
  comments_salted as (${saltSql('sheet-comments', `$${first + 2}`)}
  ), comments_said as (
    insert into sheet_comments (sheet_id, language, comments)
    select $9, $${first}, $${first + 1} from submitted where outcome = 'accepted'
  )`,
  };
}

function signaturePart({ kind, content }: SheetSignature): Part {
  const bound = prepareCommitment(canonicalJson({ kind, content }));
  return {
    ...{ name: 'signature', bound, values: [kind, content, bound.salt] },
    sql: (first) => `
  signature_salted as (${saltSql('sheet-signature', `$${first + 2}`)}
  ), signature_given as (
    insert into sheet_signatures (sheet_id, kind, content)
    select $9, $${first}, $${first + 1} from submitted where outcome = 'accepted'
  )`,
  };
}
