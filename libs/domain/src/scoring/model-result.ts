import type { ModelScores } from './scoring-method.js';
import type { TallyResult } from './tally-result.js';

/** What a model adds to a result, at full double precision; nothing that the method does not have. */
export function modelResult({
  estimate,
  variance,
  intercept,
  remlCriterion,
}: ModelScores): Pick<TallyResult, 'estimate' | 'variance' | 'intercept' | 'remlCriterion'> {
  return {
    ...(estimate ? { estimate } : {}),
    ...(variance ? { variance } : {}),
    ...(intercept === undefined ? {} : { intercept }),
    ...(remlCriterion === undefined ? {} : { remlCriterion }),
  };
}
