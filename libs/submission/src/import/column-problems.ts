import { type FieldProblem, fieldProblem, type ImportColumns, type ImportTarget } from '#domain';
import type { TableSheet } from './read/table-file.js';

/** What is wrong with the columns that were chosen for a file. */
export function columnProblems(
  { sheet, headerRow, targets: chosen }: ImportColumns,
  sheets: readonly TableSheet[],
  targets: readonly ImportTarget[],
): FieldProblem[] {
  const grid = sheets[sheet]?.grid;
  if (grid === undefined) return [fieldProblem('sheet', 'value-not-allowed')];
  if (headerRow > grid.length) return [fieldProblem('headerRow', 'value-not-allowed')];
  const known = new Set(targets.map(({ key }) => key));
  const wrong = chosen.flatMap((target, index) => {
    if (target === null) return [];
    const path = `targets[${index}]`;
    if (!known.has(target)) return [fieldProblem(path, 'value-not-allowed', { value: target })];
    return chosen.indexOf(target) < index ? [fieldProblem(path, 'column-duplicated')] : [];
  });
  const identifying = targets.filter(({ identifies }) => identifies);
  if (wrong.length > 0 || identifying.some(({ key }) => chosen.includes(key))) return wrong;
  const names = (locale: 'zh' | 'en') => identifying.map(({ label }) => label[locale]).join(' / ');
  return [fieldProblem('targets', 'column-missing', { choicesZh: names('zh'), choicesEn: names('en') })];
}
