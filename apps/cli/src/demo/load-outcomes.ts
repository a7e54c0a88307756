import {
  LandingConfirmationService,
  ProblemAcceptanceService,
  TechnicalProblemService,
  TransformationService,
  type Transformation,
} from '#landing';
import type { DemoWorld } from './demo-world.js';
import { fictitious, impossibleQualities, inventedThings } from './invented-words.js';
import type { EntryContext, LoadedEntry } from './load-entries.js';
import { Random } from './random.js';

/** What came of the contest afterwards: problems solved, results transformed, intents confirmed. All by a person. */
export async function loadOutcomes(
  world: DemoWorld,
  context: EntryContext,
  loaded: { readonly entries: readonly LoadedEntry[]; readonly problemIds: readonly string[] },
): Promise<void> {
  const random = new Random(`${world.seed}/${context.specification.slug}/outcomes`);
  const counted = loaded.entries.filter(({ planned }) => planned.fate === 'counted');
  await acceptSolutions(world, context, { random, counted, problemIds: loaded.problemIds });
  await recordTransformations(world, context, random, counted);
  await recordTechnicalProblems(world, context, random, counted);
  await confirmLanding(world, context, random, counted);
}

/** Solved ones first; some of them waited for their owner's word, and others still do. */
async function acceptSolutions(
  world: DemoWorld,
  { specification, people }: EntryContext,
  given: { random: Random; counted: readonly LoadedEntry[]; problemIds: readonly string[] },
): Promise<void> {
  const { solved } = specification.problems;
  if (solved === 0) return;
  const solver = new Map<number, LoadedEntry>();
  for (const entry of given.counted) {
    const number = entry.planned.answers.enterpriseProblemNumber;
    if (typeof number === 'number' && !solver.has(number)) solver.set(number, entry);
  }
  const answered = given.random.shuffle([...solver]);
  if (answered.length < solved) throw new RangeError(`only ${answered.length} problems were answered`);
  const acceptance = (
    [number, entry]: [number, LoadedEntry],
    outcome: 'solved' | 'partly-solved' | 'awaiting-owner',
  ) => ({
    problemId: given.problemIds[number - 1] ?? '',
    outcome,
    entryId: entry.id,
    confirmedByOwner: outcome !== 'awaiting-owner',
    evidenceCode: outcome === 'awaiting-owner' ? null : 'acceptance-report',
    occurredOn: day(given.random, outcome === 'awaiting-owner' ? 9 : 10),
  });
  const done = answered.slice(0, solved);
  const rest = answered.slice(solved);
  const service = world.service(ProblemAcceptanceService);
  await world.transaction(async (manager) => {
    const waiting = [...done.slice(0, 23), ...rest.slice(0, 21)];
    await service.record(
      manager,
      waiting.map((pair) => acceptance(pair, 'awaiting-owner')),
      people.organiser,
    );
    const partly = rest.slice(21, 60).map((pair) => acceptance(pair, 'partly-solved'));
    const settled = [...done.map((pair) => acceptance(pair, 'solved')), ...partly];
    await service.record(manager, settled, people.organiser);
  });
}

async function recordTransformations(
  world: DemoWorld,
  { specification, people }: EntryContext,
  random: Random,
  counted: readonly LoadedEntry[],
): Promise<void> {
  if (specification.transformations === 0) return;
  const kinds = ['own-implementation', 'transfer', 'licence', 'joint-implementation', 'equity-contribution'] as const;
  const shuffled = random.shuffle(counted);
  const chosen = shuffled.slice(0, specification.transformations);
  const records = chosen.flatMap(({ id: entryId }, index): Transformation[] => {
    const kind = random.pick(kinds);
    const later =
      index % 4 === 0 ? [{ entryId, kind, progress: 'contracted' as const, occurredOn: day(random, 11) }] : [];
    return [{ entryId, kind, progress: 'in-progress', occurredOn: day(random, 10) }, ...later];
  });
  // A contract alone says nothing of progress, and is not counted as such.
  const contracted = shuffled.slice(specification.transformations, specification.transformations + 9);
  for (const { id: entryId } of contracted) {
    records.push({ entryId, kind: random.pick(kinds), progress: 'contracted', occurredOn: day(random, 11) });
  }
  await world.transaction((manager) => world.service(TransformationService).record(manager, records, people.organiser));
}

async function recordTechnicalProblems(
  world: DemoWorld,
  { specification, people }: EntryContext,
  random: Random,
  counted: readonly LoadedEntry[],
): Promise<void> {
  if (specification.technicalProblems === 0) return;
  // Fewer entries than problems: some solved two.
  const solvers = random.shuffle(counted).slice(0, Math.ceil(specification.technicalProblems * 0.85));
  const solutions = Array.from({ length: specification.technicalProblems }, (_, index) => {
    const [quality, thing] = [random.pick(impossibleQualities), random.pick(inventedThings)];
    return {
      entryId: solvers[index % solvers.length]?.id ?? '',
      title: {
        zh: `${thing.zh}的“${quality.zh.replace(/的$/, '')}”难题${fictitious.zh}`,
        en: `The ${quality.en} Problem of the ${thing.en}${fictitious.en}`,
      },
      occurredOn: day(random, 10),
    };
  });
  await world.transaction((manager) =>
    world.service(TechnicalProblemService).record(manager, solutions, people.organiser),
  );
}

/** Confirmed by a person as planned; a few are taken back and count no longer. */
async function confirmLanding(
  world: DemoWorld,
  { people }: EntryContext,
  random: Random,
  counted: readonly LoadedEntry[],
): Promise<void> {
  const planned = counted.flatMap(({ id: entryId, planned: { confirmation } }) =>
    confirmation === null ? [] : [{ entryId, confirmation }],
  );
  if (planned.length === 0) return;
  const confirmations = planned.map(({ entryId, confirmation: { investmentYuan, isRevoked } }) => ({
    ...{ entryId, investmentYuan, outcome: 'confirmed' as const },
    occurredOn: isRevoked ? '2024-11-25' : day(random, 11),
  }));
  const revocations = planned
    .filter(({ confirmation }) => confirmation.isRevoked)
    .map(({ entryId, confirmation: { investmentYuan } }) => ({
      ...{ entryId, investmentYuan, outcome: 'revoked' as const },
      occurredOn: '2024-12-20',
    }));
  const service = world.service(LandingConfirmationService);
  await world.transaction(async (manager) => {
    await service.record(manager, confirmations, people.organiser);
    await service.record(manager, revocations, people.organiser);
  });
}

function day(random: Random, month: number): string {
  return `2024-${String(month).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
}
