import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import type { EligibilityItem, EligibilitySetting } from './eligibility-setting.js';
import type { EligibilityDecision } from './eligibility-state.js';

/** Free text for the team, in one language or both; empty where nothing is said in it. */
export interface EligibilityNote {
  readonly zh: string;
  readonly en: string;
}

/** What a reader says of an entry. */
export interface EligibilityVerdict {
  readonly decision: EligibilityDecision;
  /** Keys of the points of the checklist that hold. */
  readonly met: readonly string[];
  /** Keys of the edition's reasons; none for a pass. */
  readonly reasons: readonly string[];
  readonly note: EligibilityNote;
  /** Null unless a correction is asked for. */
  readonly correctUntil: Date | null;
}

/** Longest time for a correction, in days. */
export const correctionLimitDays = 90;

/** What is wrong with a verdict whatever entry it is given on. */
export function verdictProblems(verdict: EligibilityVerdict, setting: EligibilitySetting, now: Date): FieldProblem[] {
  const { decision, met, reasons } = verdict;
  const isPass = decision === 'pass';
  const open = setting.checklist.filter(({ key }) => !met.includes(key));
  return [
    ...unknownKeys('met', met, setting.checklist),
    ...unknownKeys('reasons', reasons, setting.reasons),
    ...(isPass && open.length > 0 ? [fieldProblem('met', 'checklist-open', { count: open.length })] : []),
    ...(!isPass && reasons.length === 0 ? [fieldProblem('reasons', 'too-few-items', { minimum: 1 })] : []),
    ...(isPass && reasons.length > 0 ? [fieldProblem('reasons', 'too-many-items', { maximum: 0 })] : []),
    ...timeProblems(verdict, now),
  ];
}

/** A team reads what is said to it in its own language. */
export function noteProblems(note: EligibilityNote, language: 'zh' | 'en'): FieldProblem[] {
  const isSaid = note.zh.trim() !== '' || note.en.trim() !== '';
  return isSaid && note[language].trim() === '' ? [fieldProblem(`note.${language}`, 'translation-missing')] : [];
}

function unknownKeys(path: string, keys: readonly string[], items: readonly EligibilityItem[]): FieldProblem[] {
  return keys.flatMap((key, index) =>
    items.some((item) => item.key === key) && keys.indexOf(key) === index
      ? []
      : [fieldProblem(`${path}[${index}]`, 'value-not-allowed', { value: key })],
  );
}

function timeProblems({ decision, correctUntil }: EligibilityVerdict, now: Date): FieldProblem[] {
  if (decision !== 'ask-correction') {
    return correctUntil === null ? [] : [fieldProblem('correctUntil', 'value-not-allowed')];
  }
  if (correctUntil === null) return [fieldProblem('correctUntil', 'field-missing')];
  const latest = new Date(now.getTime() + correctionLimitDays * 86_400_000);
  if (correctUntil > now && correctUntil <= latest) return [];
  return [fieldProblem('correctUntil', 'correction-time-not-allowed', { days: correctionLimitDays })];
}
