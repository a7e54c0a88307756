import type { ContestTemplate } from '#contest';
import { type EarlierEmployer, type JudgeFacts, tidyJudgeFacts, unknownJudge } from '#domain/roster/judge-facts';
import type { EditionSpecification } from './edition-specification.js';
import { inventedInstitution } from './invented-names.js';
import { inventedThings } from './invented-words.js';
import type { PlannedJudge, PlannedPanel } from './plan-judges.js';
import { Random } from './random.js';

export interface DescribedJudge extends PlannedJudge {
  readonly facts: JudgeFacts;
}

/** Each judge of the panels once, with what the office knows of them. */
export function planJudgeFacts(
  seed: string,
  { slug, judges: wanted }: EditionSpecification,
  { fieldGroups }: ContestTemplate,
  panels: readonly PlannedPanel[],
): DescribedJudge[] {
  const random = new Random(`${seed}/${slug}/judge-facts`);
  const judges = new Map(panels.flatMap((panel) => panel.judges).map((judge) => [judge.email, judge]));
  const keys = fieldGroups.map(({ key }) => key);
  return [...judges.values()].map((judge) => {
    const own = panels.filter((panel) => panel.judges.some(({ email }) => email === judge.email));
    const ofPanels = own.map(({ panelKey }) => panelKey).filter((key) => keys.includes(key));
    const others = random.shuffle(keys).slice(0, 1 + random.below(3));
    const facts = tidyJudgeFacts({
      ...unknownJudge,
      ...{ kind: judge.kind, employer: inventedInstitution(random, 'zh') },
      fieldGroups: [...(own.length > 1 ? [] : ofPanels), ...others],
      keywords: random
        .shuffle(inventedThings)
        .slice(0, 2 + random.below(3))
        .map(({ zh }) => zh),
      languages: random.chance(0.7) || judge.language === 'en' ? ['zh', 'en'] : ['zh'],
      // Those of a small edition read few; each of them more than falls to them.
      ...(wanted === 'by-load'
        ? { leastEntries: 5, mostEntries: 60 + 10 * random.below(3) }
        : { leastEntries: 2, mostEntries: 24 + 4 * random.below(4) }),
      earlierEmployers: earlierEmployers(random),
    });
    return { ...judge, facts };
  });
}

function earlierEmployers(random: Random): EarlierEmployer[] {
  const count = random.below(3);
  const employers = new Map<string, EarlierEmployer>();
  for (let year = 2004; employers.size < count; year += 8) {
    const name = inventedInstitution(random, 'zh');
    employers.set(name, { name, fromYear: year, untilYear: year + 3 + random.below(5) });
  }
  return [...employers.values()];
}
