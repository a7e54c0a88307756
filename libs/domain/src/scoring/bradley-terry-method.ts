import { DomainError } from '../errors/domain-error.js';
import { fitBradleyTerry } from '../pairwise/bradley-terry.js';
import type { PairwiseTable } from '../pairwise/pairwise-table.js';
import type { MethodOptions } from './method-options.js';
import { fitWarnings } from './fit-warnings.js';
import type { ModelScores, PairwiseMethod } from './scoring-method.js';

/** Groups named in a refusal; the count beside them is complete. */
const groupsShown = 20;

/** Abilities as log odds that sum to zero, from comparisons of two entries. */
export const bradleyTerryMethod: PairwiseMethod = {
  kind: 'pairwise',
  inputs: ['pairs'],
  options: ['prior'],
  fit: abilities,
};

/** @throws DomainError `pairs-separated` where some entries only win or only lose, and no prior is stated. */
function abilities(pairs: PairwiseTable, { prior }: MethodOptions): ModelScores {
  const fit = fitBradleyTerry(pairs, prior === undefined ? {} : { prior });
  if (fit.outcome === 'refused') {
    const groups = fit.components;
    throw new DomainError('pairs-separated', { groups: groups.slice(0, groupsShown), count: groups.length });
  }
  const { estimate, convergence, separation } = fit;
  return {
    scores: estimate.scores,
    estimate,
    judges: null,
    parts: null,
    warnings: [
      ...fitWarnings(convergence),
      ...(separation
        ? [
            {
              code: 'separation' as const,
              entries: separation.flatMap((group) => group.slice(0, 1)),
              details: { groups: separation.length },
            },
          ]
        : []),
    ],
  };
}
