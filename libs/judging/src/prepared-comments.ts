import type { EntityManager } from 'typeorm';
import { canonicalJson } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import { prepareCommitment, type PreparedCommitment } from '#ledger';

/** The words of a sheet as they are kept, and the commitment that the sheet's event binds them by. */
export interface PreparedComments {
  readonly language: SheetComments['language'];
  /** JSON of all texts, without their language. */
  readonly texts: string;
  readonly bound: PreparedCommitment;
}

export function preparedComments(comments: SheetComments): PreparedComments {
  const { language, ...texts } = comments;
  return { language, texts: JSON.stringify(texts), bound: prepareCommitment(canonicalJson(comments)) };
}

/** The words of sheets that stand already, and the salts of their commitments. */
export async function insertComments(
  manager: EntityManager,
  sheets: readonly { readonly id: string; readonly comments: PreparedComments | null }[],
): Promise<void> {
  const said = sheets.flatMap(({ id, comments }) => (comments ? [{ id, ...comments }] : []));
  if (said.length === 0) return;
  const ids = said.map(({ id }) => id);
  await manager.query(
    `insert into commitment_salts (subject_kind, subject_id, salt)
     select 'sheet-comments', id, decode(salt, 'hex') from unnest($1::uuid[], $2::text[]) as g (id, salt)`,
    [ids, said.map(({ bound }) => bound.salt)],
  );
  await manager.query(
    `insert into sheet_comments (sheet_id, language, comments)
     select id, language, texts from unnest($1::uuid[], $2::text[], $3::jsonb[]) as g (id, language, texts)`,
    [ids, said.map(({ language }) => language), said.map(({ texts }) => texts)],
  );
}
