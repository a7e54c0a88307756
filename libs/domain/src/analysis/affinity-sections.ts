import { affinityBias } from '../reliability/affinity-bias.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import type { AnalysedStage } from './analysed-stage.js';
import { affinityAttributes, type AffinitySection } from './closed-analysis.js';
import { groupedBy } from './grouped-by.js';
import { numberOfToken } from './judge-token.js';

/** Highest expected share of false among all accusations. */
export const affinityRate = 0.05;

/** Whether a judge scores entries of one country or region, or of one nominating body, above the others. */
export function affinitySections({ details }: AnalysedStage, design: SheetDesign): AffinitySection[] {
  return affinityAttributes.map((attribute) => {
    const values = new Map(Object.entries(details.attributes[attribute]));
    const { rate, tests, withheld } = affinityBias(design, values, { rate: affinityRate });
    return {
      attribute,
      rate,
      tests: tests.map(({ judge, attribute: value, ...test }) => ({ judge: numberOfToken(judge), value, ...test })),
      untested: [...groupedBy(withheld, (pair) => pair.withheld.reason)].map(([reason, pairs]) => ({
        reason,
        pairs: pairs.length,
      })),
    };
  });
}
