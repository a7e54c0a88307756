import { ApiProblem } from '../../../api/problem.js';
import { declarationPath } from './queries.js';

/**
 * Where a sheet that is refused for want of a declaration leads to; null for every other fault, and for none.
 *
 * @param known where the page knows the way, of which the refusal may be silent
 */
export function askedDeclaration(fault: unknown, known = '/judging'): string | null {
  if (!(fault instanceof ApiProblem) || fault.code !== 'declaration-owed') return null;
  const { edition, stage } = fault.problem?.details ?? {};
  return typeof edition === 'string' && typeof stage === 'string' ? declarationPath(edition, stage) : known;
}
