import type { StageRules } from '../contest/stage-rules.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { cleanText } from '../text/clean-text.js';

/** A judge's signature on a sheet as it is submitted: drawn, or the name typed by whoever does not draw. */
export interface SheetSignature {
  readonly kind: 'drawn' | 'typed';
  /** Drawn: an SVG path of moves and lines in whole numbers, within `signatureBox`. Typed: a name. */
  readonly content: string;
}

/** Into which a signature is drawn, in units of its path. */
export const signatureBox = { width: 600, height: 200 } as const;

/** The longest path, in characters, and the longest name. */
export const signatureLength = { drawn: 20_000, typed: 100 } as const;

const point = String.raw`\d{1,3} \d{1,3}`;
const path = new RegExp(`^(M${point}(L${point})+)+$`);

/**
 * What is wrong with the signature of a submission under the stage's rules.
 *
 * @example signatureProblems({ signature: 'screen' }, { kind: 'typed', content: '李华' }) // []
 */
export function signatureProblems({ signature: way }: Pick<StageRules, 'signature'>, given: unknown): FieldProblem[] {
  const isAsked = way === 'screen';
  if (given === undefined || given === null) return isAsked ? [fieldProblem('signature', 'signature-missing')] : [];
  if (!isAsked) return [fieldProblem('signature', 'signature-not-allowed')];
  return isSignature(given) ? [] : [fieldProblem('signature', 'signature-invalid')];
}

function isSignature(given: unknown): given is SheetSignature {
  if (typeof given !== 'object' || given === null) return false;
  const { kind, content } = given as Partial<Record<keyof SheetSignature, unknown>>;
  if (typeof content !== 'string') return false;
  if (kind === 'drawn') return content.length <= signatureLength.drawn && path.test(content);
  return kind === 'typed' && isName(content);
}

function isName(content: string): boolean {
  const length = [...content].length;
  return length <= signatureLength.typed && cleanText(content) !== '' && !/[\p{Cc}\p{Cs}]/u.test(content);
}
