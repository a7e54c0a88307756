import { demoEditions } from './edition-specification.js';
import { editionTemplate } from './edition-template.js';
import { planEntries } from './plan-entries.js';
import { planJudges } from './plan-judges.js';

export interface PlantedSeverity {
  readonly edition: string;
  readonly stageKey: string;
  readonly email: string;
  /** Points of a hundred; positive is lenient. */
  readonly severity: number;
  /** The judge who always gives 85 to 88: the severity means nothing there. */
  readonly isConstant: boolean;
}

/** The severities that a seed plants in the closed editions, to be compared with what the tallies find. */
export function plantedSeverities(seed: string): PlantedSeverity[] {
  return demoEditions
    .filter(({ isOpen }) => !isOpen)
    .flatMap((specification) => {
      const template = editionTemplate(specification, new Date(0));
      const entries = planEntries(seed, specification, template);
      return planJudges(seed, specification, template, entries).flatMap(({ stageKey, judges }) =>
        judges.map(({ email, severity, isConstant }) => ({
          edition: specification.slug,
          ...{ stageKey, email, severity, isConstant },
        })),
      );
    });
}
