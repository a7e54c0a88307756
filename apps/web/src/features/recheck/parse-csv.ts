import { parse } from 'csv-parse/browser/esm/sync';

const delimiters = [',', ';', '\t'];
/** Characters looked at for the delimiter. */
const sample = 4000;

/** The rows of a CSV text; blank lines stay, so that a row has the number that a spreadsheet shows. */
export function parseCsv(text: string): string[][] {
  return parse(text, {
    delimiter: delimiterOf(text),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
}

/** The one that stands most often in the first lines, quoted cells aside. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, sample).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
