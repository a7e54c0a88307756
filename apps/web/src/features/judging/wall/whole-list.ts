import { pageSize } from './page-within.js';

/** Rows a file asks for at once: the most there are. */
const filed = 200;

/** Which rows of a list are asked for. */
export interface Part {
  /** How many are passed over. */
  after: number;
  limit: number;
}

/** @param page from 1 */
export const partOf = (page: number): Part => ({ after: (page - 1) * pageSize, limit: pageSize });

/** Every row of a list that is read a page at a time, for a file or for paper. */
export async function whole<Page, Row>(
  read: (part: Part) => Promise<Page>,
  rowsOf: (page: Page) => readonly Row[],
  lengthOf = (page: Page) => rowsOf(page).length,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = 0; ; after += filed) {
    const page = await read({ after, limit: filed });
    rows.push(...rowsOf(page));
    if (lengthOf(page) < filed) return rows;
  }
}
