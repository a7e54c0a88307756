import type { AssignmentParameters } from './queries.js';

export const kinds = ['technology', 'management', 'venture-capital'] as const;
type Kind = (typeof kinds)[number];
type Weight = keyof AssignmentParameters['weights'];

/** What is asked of a plan as the form holds it: a number field that stands empty is null. */
export interface PlanDemands extends Omit<AssignmentParameters, 'judgesWanted' | 'kindsWanted' | 'weights'> {
  judgesWanted: number | null;
  /** Empty as 0: so many are not asked for. */
  kindsWanted: Record<Kind, number | null>;
  weights: Record<Weight, number | null>;
}

export function demandsOf(parameters: AssignmentParameters): PlanDemands {
  const wanted = (kind: Kind) => parameters.kindsWanted.find((one) => one.kind === kind)?.atLeast ?? 0;
  return {
    ...parameters,
    kindsWanted: {
      ...{ technology: wanted('technology'), management: wanted('management') },
      'venture-capital': wanted('venture-capital'),
    },
  };
}

interface WithId {
  readonly id: string;
}

interface Choosable {
  readonly proposed: AssignmentParameters;
  readonly judges: readonly WithId[];
  readonly panels: readonly WithId[];
}

/** What is proposed, for those alone who are still there to be chosen. */
export function knownChoice({ proposed, judges, panels }: Choosable): AssignmentParameters {
  const isIn = (list: readonly WithId[]) => (id: string) => list.some((one) => one.id === id);
  return {
    ...proposed,
    onlyJudges: proposed.onlyJudges.filter(isIn(judges)),
    onlyPanels: proposed.onlyPanels.filter(isIn(panels)),
  };
}

/** The first thing without which no plan can be made; null where nothing is missing. */
export function missingOf({ judgesWanted, weights, seed }: PlanDemands): 'judgesWanted' | 'weights' | 'seed' | null {
  if (judgesWanted === null) return 'judgesWanted';
  if (Object.values(weights).includes(null)) return 'weights';
  return seed.trim() === '' ? 'seed' : null;
}

/** Null where something is missing. */
export function parametersOf(demands: PlanDemands): AssignmentParameters | null {
  const { judgesWanted, kindsWanted, weights, seed } = demands;
  const { expertise, preference, ownLanguage, kept } = weights;
  if (judgesWanted === null || expertise === null || preference === null || ownLanguage === null || kept === null) {
    return null;
  }
  if (seed.trim() === '') return null;
  return {
    ...demands,
    ...{ judgesWanted, weights: { expertise, preference, ownLanguage, kept }, seed: seed.trim() },
    kindsWanted: kinds.flatMap((kind) => {
      const atLeast = kindsWanted[kind] ?? 0;
      return atLeast === 0 ? [] : [{ kind, atLeast }];
    }),
  };
}
