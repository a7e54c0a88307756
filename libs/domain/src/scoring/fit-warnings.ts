import type { Convergence } from '../severity/severity-fit.js';
import type { TallyWarning } from './tally-result.js';

/** Says so where an iterative fit stopped before its optimum; one that never began has other things to say. */
export function fitWarnings({ converged, iterations, gradient }: Convergence): TallyWarning[] {
  if (converged || iterations === 0) return [];
  return [{ code: 'not-converged', entries: [], details: { iterations, gradient: Number(gradient.toPrecision(3)) } }];
}
