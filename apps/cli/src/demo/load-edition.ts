import {
  ContestTemplateService,
  EditionQueryService,
  WindowService,
  type ContestTemplate,
  type StageView,
} from '#contest';
import { AwardListService, PublicationService, StageAdvancementService } from '#results';
import { applyEdition, FormService } from '#submission';
import type { DemoPeople, DemoWorld } from './demo-world.js';
import type { EditionSpecification } from './edition-specification.js';
import { editionTemplate } from './edition-template.js';
import { loadDraw } from './load-draw.js';
import { admitEntries, loadEntries, type EntryContext, type LoadedEntry } from './load-entries.js';
import { loadJudges, type JudgeIds } from './load-judges.js';
import { loadOutcomes } from './load-outcomes.js';
import { grantRoles } from './load-people.js';
import { loadStage } from './load-stage.js';
import { planEntries } from './plan-entries.js';
import { planJudgeFacts } from './plan-judge-facts.js';
import { planJudges, type PlannedPanel } from './plan-judges.js';

/** Runs one edition from its template to its published list, or as far as an open one is. */
export async function loadEdition(
  world: DemoWorld,
  specification: EditionSpecification,
  people: DemoPeople,
): Promise<void> {
  const template = editionTemplate(specification, await world.now());
  const services = { templates: world.service(ContestTemplateService), forms: world.service(FormService) };
  const { editionId } = await applyEdition(services, template, { isDemo: true, actor: people.organiser });
  await grantRoles(world, people, { id: editionId, isOpen: specification.isOpen });
  const days = specification.isOpen ? [] : weeksOf(template.edition.entryWindow);
  const context = { specification, editionId, people, days };
  const planned = planEntries(world.seed, specification, template);
  const panels = planJudges(world.seed, specification, template, planned);

  await world.service(WindowService).open({ editionId }, { actor: people.organiser, occurredOn: days[0] });
  const loaded = await loadEntries(world, context, planned);
  await admitEntries(world, context, loaded.entries);
  if (!specification.isOpen) {
    await world.service(WindowService).close({ editionId }, { actor: people.organiser, occurredOn: days.at(-1) });
  }
  const stages = await world.service(EditionQueryService).stages(editionId);
  const judges = planJudgeFacts(world.seed, specification, template, panels);
  const judgeIds = await loadJudges(world, context, stages, { panels, judges });
  const sheets = await judge(world, context, { template, stages, panels, judgeIds, entries: loaded.entries });
  const last = stages.find(({ kind, previousStageId }) => kind === 'final' && previousStageId !== null);
  if (specification.isOpen && last) {
    await loadDraw(world, { people, slug: specification.slug, stage: last, judges, judgeIds });
  }
  if (!specification.isOpen) {
    await publish(world, context, template);
    await loadOutcomes(world, context, loaded);
  }
  world.report(
    `${specification.slug}: ${loaded.entries.length} entries, ${judgeIds.size} judges, ${sheets} score sheets`,
  );
}

async function judge(
  world: DemoWorld,
  { specification, people }: EntryContext,
  given: {
    template: ContestTemplate;
    stages: readonly StageView[];
    panels: readonly PlannedPanel[];
    judgeIds: JudgeIds;
    entries: readonly LoadedEntry[];
  },
): Promise<number> {
  const { template, stages, panels, judgeIds } = given;
  const qualities = new Map(given.entries.map(({ id, planned }) => [id, planned.quality]));
  let total = 0;
  for (const stage of stages.filter(({ previousStageId }) => !specification.isOpen || previousStageId === null)) {
    const tiers = template.stages.find(({ key }) => key === stage.key)?.awards ?? [];
    const tieAfter =
      specification.tieIn === stage.key ? tiers.slice(0, 3).reduce((sum, { quota }) => sum + quota, 0) : null;
    const { sheets } = await loadStage(world, {
      ...{ specification, stage, judgeIds, qualities, tieAfter, actor: people.organiser },
      panels: panels.filter(({ stageKey }) => stageKey === stage.key),
    });
    total += sheets;
    const isFollowed = stages.some(({ previousStageId }) => previousStageId === stage.id);
    if (specification.isOpen || !isFollowed) continue;
    const day = stage.window.plannedClosesAt.toISOString().slice(0, 10);
    await world.transaction((manager) =>
      world.service(StageAdvancementService).applyWithin(manager, stage.id, people.organiser, day),
    );
  }
  return total;
}

/** Frozen by one person, asked for by the same, published by another. */
async function publish(
  world: DemoWorld,
  { specification, editionId, people }: EntryContext,
  template: ContestTemplate,
): Promise<void> {
  const day = template.stages.at(-1)?.window.closesAt.slice(0, 10);
  const list = await world.transaction((manager) =>
    world
      .service(AwardListService)
      .freeze(manager, { id: editionId, slug: specification.slug }, people.organiser, null, day),
  );
  const publications = world.service(PublicationService);
  await world.transaction((manager) => publications.request(manager, list.publicId, people.organiser, day));
  await world.transaction((manager) => publications.publish(manager, list.publicId, people.approver, day));
}

/** One day of every week of a past window, the last day being its end. */
function weeksOf({ opensAt, closesAt }: { readonly opensAt: string; readonly closesAt: string }): string[] {
  const days: string[] = [];
  for (let at = Date.parse(opensAt); at < Date.parse(closesAt); at += 7 * 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return [...days, closesAt.slice(0, 10)];
}
