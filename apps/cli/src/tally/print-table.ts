/** Columns of a terminal that a character takes: Chinese, Japanese, Korean and full-width ones take two. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Rows as aligned columns for a terminal; the first row is the header. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((field, index) => (widths[index] = Math.max(widths[index] ?? 0, displayWidth(field))));
  }
  return rows
    .map(
      (row) =>
        `${row
          .map((field, index) => pad(field, widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function pad(field: string, width: number): string {
  return field + ' '.repeat(Math.max(0, width - displayWidth(field)));
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}
