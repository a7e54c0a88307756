import { canonicalJson } from '../hashing/canonical-json.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { own } from './form-visibility.js';

export interface AnswerChange {
  /** Key of the core answer or of the form's field. */
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
}

type Answers = Readonly<Record<string, unknown>>;

/** Which answers differ between two versions of an entry, by key in code-point order; null counts as not given. */
export function answerChanges(before: Answers, after: Answers): AnswerChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareCodePoints);
  return keys.flatMap((key): AnswerChange[] => {
    const old = own(before, key) ?? null;
    const now = own(after, key) ?? null;
    if (canonicalJson(old) === canonicalJson(now)) return [];
    return [{ key, change: old === null ? 'added' : now === null ? 'removed' : 'changed' }];
  });
}
