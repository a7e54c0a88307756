import { roundToNineDecimals } from '../../statistics/round-to-nine-decimals.js';
import { roundedOrNull } from '../method-figures.js';
import type { TallyJudge } from '../tally-result.js';
import type { ColumnarScores } from './columnar-scores.js';

export type JudgeEffectRow = Required<Pick<TallyJudge, 'judge' | 'sheets' | 'effect' | 'standardError'>>;

/** Each judge's effect by a model that has them, in code point order of the judge; else empty. */
export function judgeEffectRows({ model, design }: ColumnarScores): JudgeEffectRow[] {
  if (design === null || !model?.judges) return [];
  const counts = new Int32Array(design.judges.length);
  for (const judge of design.judgeOf) counts[judge]! += 1;
  return model.judges.map(({ effect, standardError }, judge) => ({
    judge: design.judges[judge]!,
    sheets: counts[judge]!,
    effect: roundToNineDecimals(effect),
    standardError: roundedOrNull(standardError),
  }));
}
