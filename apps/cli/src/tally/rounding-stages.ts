import type { Rounding } from '#domain';
import { WrongUsage } from './refusals.js';

const stages: Readonly<Record<string, keyof Rounding>> = {
  criterion: 'criterion',
  'weighted-criterion': 'weightedCriterion',
  total: 'total',
};

/**
 * Reads "criterion:2,weighted-criterion:2,total:2", any subset in any order.
 *
 * @throws WrongUsage for another stage, a stage given twice, or places that are no count up to 20.
 */
export function roundingStages(text: string): Rounding {
  const rounding: Partial<Record<keyof Rounding, number>> = {};
  for (const part of text.split(',')) {
    const [name = '', places = '', ...rest] = part.trim().split(':');
    const stage = Object.hasOwn(stages, name) ? stages[name] : undefined;
    if (!stage || rest.length > 0) {
      throw new WrongUsage(`--round: "${part}" is not one of ${Object.keys(stages).join(', ')} with :PLACES`);
    }
    if (!/^(?:\d|1\d|20)$/.test(places)) throw new WrongUsage(`--round: "${places}" is not a count from 0 to 20`);
    if (rounding[stage] !== undefined) throw new WrongUsage(`--round: "${name}" is given twice`);
    rounding[stage] = Number(places);
  }
  return rounding;
}
