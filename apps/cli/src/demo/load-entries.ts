import {
  EligibilityService,
  EnterpriseProblemService,
  EntryService,
  EntryTranslationService,
  type EntryAct,
  type SubmittedEntry,
} from '#submission';
import { LandingIntentService, LandingSuggestionService } from '#landing';
import type { DemoPeople, DemoWorld } from './demo-world.js';
import type { EditionSpecification } from './edition-specification.js';
import { fictitious, imaginaryPlaces, inventedThings } from './invented-words.js';
import type { PlannedEntry } from './plan-entries.js';
import { Random } from './random.js';

export interface LoadedEntry extends SubmittedEntry {
  readonly planned: PlannedEntry;
}

export interface EntryContext {
  readonly specification: EditionSpecification;
  readonly editionId: string;
  readonly people: DemoPeople;
  /** Days on which entries came in, oldest first, YYYY-MM-DD; none: today. */
  readonly days: readonly string[];
}

/** Publishes the problems, submits the entries, lets them declare, and withdraws some: all while the window is open. */
export async function loadEntries(
  world: DemoWorld,
  context: EntryContext,
  entries: readonly PlannedEntry[],
): Promise<{ readonly entries: readonly LoadedEntry[]; readonly problemIds: readonly string[] }> {
  const problemIds = await publishProblems(world, context);
  const batches = Math.max(1, context.days.length);
  const size = Math.ceil(entries.length / batches);
  const loaded: LoadedEntry[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const planned = entries.slice(batch * size, (batch + 1) * size);
    loaded.push(...(await submitBatch(world, context, planned, { day: context.days[batch], isFirst: batch === 0 })));
  }
  await world.service(LandingSuggestionService).run(context.editionId);
  return { entries: loaded, problemIds };
}

async function submitBatch(
  world: DemoWorld,
  context: EntryContext,
  planned: readonly PlannedEntry[],
  { day, isFirst }: { readonly day: string | undefined; readonly isFirst: boolean },
): Promise<LoadedEntry[]> {
  const { editionId, people, specification } = context;
  const act = actOn(context, day);
  const [entryService, intents] = [world.service(EntryService), world.service(LandingIntentService)];
  return world.transaction(async (manager) => {
    const given = planned.map(({ answers }, index) => ({
      answers,
      leadUserId: specification.isOpen && isFirst && index === 0 ? people.teamLead : null,
    }));
    const submitted = await entryService.submitMany(manager, editionId, given, act);
    const loaded = submitted.map((entry, index) => ({ ...entry, planned: planned[index] as PlannedEntry }));
    const declared = loaded.flatMap(({ id: entryId, planned: { landing: declaration } }) =>
      declaration ? [{ entryId, declaration }] : [],
    );
    const translated = loaded.flatMap(({ id: entryId, planned: { translation } }) =>
      translation === null ? [] : [{ ...translation, entryId }],
    );
    await world.service(EntryTranslationService).writeMany(manager, { editionId, ...act }, translated);
    await intents.declare(manager, declared, act);
    await intents.accept(
      manager,
      declared.map(({ entryId }) => entryId),
      act,
    );
    return loaded;
  });
}

/** The eligibility check: corrections, failures that withdraw, and everyone else into the first stage. */
export async function admitEntries(
  world: DemoWorld,
  context: EntryContext,
  entries: readonly LoadedEntry[],
): Promise<void> {
  const { editionId, days } = context;
  const act = actOn(context, days.at(-1));
  const eligibility = world.service(EligibilityService);
  await world.transaction(async (manager) => {
    const gone = entries.filter(({ planned }) => planned.fate === 'withdrawn-by-team');
    const checked = entries.filter(({ planned }) => planned.fate !== 'withdrawn-by-team');
    const first = checked.map(({ id: entryId, planned }) =>
      planned.isCorrected
        ? { entryId, outcome: 'needs-correction' as const, reasonCode: 'documents-incomplete' }
        : { entryId, outcome: 'passed' as const },
    );
    await eligibility.check(manager, editionId, first, act);
    const second = checked
      .filter(({ planned }) => planned.isCorrected)
      .map(({ id: entryId, planned }) =>
        planned.fate === 'ineligible'
          ? { entryId, outcome: 'failed' as const, reasonCode: 'correction-overdue' }
          : { entryId, outcome: 'passed' as const },
      );
    await eligibility.check(manager, editionId, second, act);
    const failed = checked.filter(({ planned }) => planned.fate === 'ineligible');
    const leaving = [...gone, ...failed].map(({ id }) => id);
    if (leaving.length > 0) await world.service(EntryService).withdrawMany(manager, editionId, leaving, act);
    await eligibility.admit(manager, editionId, act);
  });
}

/** The organiser's act on a day of the past, or today. */
export function actOn({ people }: EntryContext, day: string | undefined): EntryAct {
  return { actor: people.organiser, ...(day === undefined ? {} : { occurredOn: day }) };
}

async function publishProblems(world: DemoWorld, context: EntryContext): Promise<string[]> {
  const { published } = context.specification.problems;
  if (published === 0) return [];
  const random = new Random(`${world.seed}/${context.specification.slug}/problems`);
  const problems = Array.from({ length: published }, (_, index) => {
    const [thing, place] = [random.pick(inventedThings), random.pick(imaginaryPlaces)];
    return {
      number: index + 1,
      title: {
        zh: `${thing.zh}在第${index + 1}次镜像中失真的抑制${fictitious.zh}`,
        en: `Suppressing the distortion of a ${thing.en} in its mirror image no. ${index + 1}${fictitious.en}`,
      },
      ownerLabel: {
        zh: `${place.zh}区一家制造企业${fictitious.zh}`,
        en: `a manufacturer in ${place.en}${fictitious.en}`,
      },
    };
  });
  const act = actOn(context, context.days[0]);
  return world.transaction((manager) =>
    world.service(EnterpriseProblemService).publish(manager, context.editionId, problems, act),
  );
}
