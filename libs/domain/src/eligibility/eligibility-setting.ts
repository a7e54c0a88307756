import type { BilingualText } from '../contest/stage-rules.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';

/** A point of the checklist, or a reason: both readers' languages, as it is told to the team. */
export interface EligibilityItem {
  /** Lower-case words joined by hyphens. */
  readonly key: string;
  readonly label: BilingualText;
}

/** How an edition checks its entries (形式审查). */
export interface EligibilitySetting {
  /** All of it holds for an entry that passes. */
  readonly checklist: readonly EligibilityItem[];
  /** Why an entry is sent back or fails. */
  readonly reasons: readonly EligibilityItem[];
  /** Whether a pass needs the word of a second person. */
  readonly needsSecondReader: boolean;
  /** Days for a correction that the page proposes, 1 to 60. */
  readonly correctionDays: number;
}

/** Used where an edition has set nothing. */
export const defaultEligibilitySetting: EligibilitySetting = {
  checklist: [
    { key: 'answers-complete', label: { zh: '报名信息填写完整', en: 'Everything asked is answered' } },
    { key: 'summary-understandable', label: { zh: '项目简介清楚可读', en: 'The summary says what the project is' } },
    { key: 'track-fits', label: { zh: '赛道与组别相符', en: 'Track and division fit the project' } },
    { key: 'team-complete', label: { zh: '团队信息完整', en: 'The people behind it are named' } },
    { key: 'only-once', label: { zh: '没有重复报名', en: 'It was not entered twice' } },
    { key: 'right-to-result', label: { zh: '对参赛成果拥有权利', en: 'The team has the right to the result' } },
  ],
  reasons: [
    { key: 'documents-incomplete', label: { zh: '材料不完整', en: 'Documents are missing' } },
    { key: 'file-unreadable', label: { zh: '文件无法打开', en: 'A file cannot be opened' } },
    { key: 'summary-missing', label: { zh: '缺少项目简介', en: 'The summary is missing' } },
    { key: 'team-incomplete', label: { zh: '团队信息不完整', en: 'The information on the team is incomplete' } },
    { key: 'track-mismatch', label: { zh: '赛道或组别不符', en: 'Track or division does not fit' } },
    { key: 'duplicate-entry', label: { zh: '重复报名', en: 'The project was entered twice' } },
    { key: 'no-right-to-result', label: { zh: '对参赛成果没有权利', en: 'The team has no right to the result' } },
    { key: 'correction-overdue', label: { zh: '逾期未补正', en: 'No correction came in time' } },
    { key: 'not-eligible', label: { zh: '不符合参赛条件', en: 'The conditions of entry are not met' } },
  ],
  needsSecondReader: false,
  correctionDays: 7,
};

/** Whatever the shape of a setting does not show: keys that are none or stand twice, a checklist without points. */
export function eligibilitySettingProblems(setting: EligibilitySetting): FieldProblem[] {
  return [...itemProblems('checklist', setting.checklist), ...itemProblems('reasons', setting.reasons)];
}

/** Keys that are none or stand twice, and an empty list. */
export function itemProblems(path: 'checklist' | 'reasons', items: readonly EligibilityItem[]): FieldProblem[] {
  if (items.length === 0) return [fieldProblem(path, 'too-few-items', { minimum: 1 })];
  return items.flatMap(({ key }, index) => {
    const at = `${path}[${index}].key`;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key)) return [fieldProblem(at, 'key-invalid', { value: key })];
    const isTaken = items.slice(0, index).some((earlier) => earlier.key === key);
    return isTaken ? [fieldProblem(at, 'key-duplicated', { key })] : [];
  });
}
