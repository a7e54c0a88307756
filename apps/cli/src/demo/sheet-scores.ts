import type { StageRules } from '#domain';
import type { PlannedJudge } from './plan-judges.js';
import type { Random } from './random.js';

/** Criterion key → decimal string. */
export type SheetScores = Readonly<Record<string, string>>;

type Criteria = StageRules['rubric']['criteria'];

/** Mean total of all sheets, of a hundred. */
const meanTotal = 76;
const judgeNoise = 3.4;
const criterionNoise = 0.5;

/** What a judge gives an entry that stands `merit` points above the mean of its panel. */
export function sheetScores(random: Random, rules: StageRules, judge: PlannedJudge, merit: number): SheetScores {
  const { criteria } = rules.rubric;
  if (judge.isConstant) return constantScores(random, criteria);
  const total = meanTotal + merit + judge.severity + judgeNoise * random.normal(2.2);
  const leanings = criteria.map(() => criterionNoise * random.normal(2));
  const weights = criteria.map(({ factor }) => Number(factor));
  const weight = weights.reduce((sum, factor) => sum + factor, 0);
  // The leanings cancel over the weighted criteria: the total stays what the judge means.
  const drift = leanings.reduce((sum, leaning, index) => sum + leaning * (weights[index] ?? 0), 0) / weight;
  return scoresOf(criteria, (criterion, index) => {
    const aim = total / weight + (leanings[index] ?? 0) - drift;
    const step = Number(criterion.step);
    // Rounded up or down at random in proportion, so that rounding leans to neither side.
    const rounded = Math.floor(aim / step + random.next()) * step;
    return Math.min(Number(criterion.maximum), Math.max(Number(criterion.minimum), rounded));
  });
}

/** A total of 85 to 88: eight and a half everywhere, and a half more on what fits. */
function constantScores(random: Random, criteria: Criteria): SheetScores {
  let room = 3;
  const raised = new Set<string>();
  for (const { key, factor } of random.shuffle(criteria)) {
    const gain = Number(factor) / 2;
    if (gain > room || random.chance(0.4)) continue;
    room -= gain;
    raised.add(key);
  }
  return scoresOf(criteria, ({ key }) => (raised.has(key) ? 9 : 8.5));
}

/** One criterion far off, as a finger slips: what a correction then mends. */
export function slipOf(random: Random, rules: StageRules, scores: SheetScores): SheetScores {
  const { key, minimum } = random.pick(rules.rubric.criteria);
  return { ...scores, [key]: decimal(Number(minimum) + random.below(4) / 2) };
}

function scoresOf(
  criteria: Criteria,
  score: (criterion: Criteria[number], index: number) => number,
): Record<string, string> {
  return Object.fromEntries(criteria.map((criterion, index) => [criterion.key, decimal(score(criterion, index))]));
}

/** Halves only, hence exact in a double. */
export function decimal(halves: number): string {
  return halves.toFixed(1);
}
