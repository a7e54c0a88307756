/** Signs with which offices mark that a judge gave no score: absent, recused, not applicable. */
const absenceMarks = new Set([
  '',
  '-',
  '—',
  '——',
  '–',
  '/',
  '\\',
  '×',
  '回避',
  '缺席',
  '缺评',
  '未评',
  'n/a',
  'absent',
  'recused',
]);

/** Whether a judge's cell says that there is no score. */
export function isAbsent(cell: string): boolean {
  return absenceMarks.has(cell.trim().toLowerCase());
}

/**
 * A number cell as an office writes it, as a strict decimal: blanks around it are layout, a trailing 分 is its unit,
 * and zeros before the point are dropped. Anything else stays as it is, to be refused.
 */
export function decimalText(cell: string): string {
  return cell
    .trim()
    .replace(/分$/, '')
    .replace(/^(-?)0+(?=[0-9])/, '$1');
}

/** A rank as an office writes it: "3", "第3名", "并列第3名". */
export function rankText(cell: string): string {
  return decimalText(cell.trim().replace(/^并列/, '').replace(/^第/, '').replace(/名$/, '').trim());
}
