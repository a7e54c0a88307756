import { RulesService, StageEntryService, WindowService, type Act, type StageView } from '#contest';
import type { StageRules } from '#domain';
import {
  AssignmentService,
  BulkDeclarationService,
  BulkScoreSheetService,
  ConflictService,
  conflictReasons,
} from '#judging';
import { TallyService } from '#scoring';
import type { DemoWorld } from './demo-world.js';
import type { EditionSpecification } from './edition-specification.js';
import { inventedComments } from './invented-comments.js';
import type { JudgeIds } from './load-judges.js';
import { planAssignments } from './plan-assignments.js';
import { demoJudgeEmail, type PlannedJudge, type PlannedPanel } from './plan-judges.js';
import { plantTie, type DraftSheet } from './plant-tie.js';
import { Random } from './random.js';
import { sheetScores, slipOf, type SheetScores } from './sheet-scores.js';

export interface StageContext {
  readonly specification: EditionSpecification;
  readonly stage: StageView;
  readonly panels: readonly PlannedPanel[];
  readonly judgeIds: JudgeIds;
  /** By entry id. */
  readonly qualities: ReadonlyMap<string, number>;
  /** User id of the organiser. */
  readonly actor: string;
  /** Last place of the first three tiers, where a tie is planted. */
  readonly tieAfter: number | null;
}

/** One judge's part in one entry: what is planned of the sheet. */
interface Task {
  readonly assignmentId: string;
  readonly stageEntryId: string;
  readonly entryId: string;
  readonly judgeId: string;
  readonly judge: PlannedJudge;
  readonly merit: number;
}

type Fate = 'submitted' | 'recused' | 'recused-late' | 'missing';

const recusedShare = 0.04;
const recusedAfterScoring = 0.1;
const missingOfLate = 0.15;
const correctedShare = 0.015;
/** Of a stage that is open, what has come in so far. */
const submittedSoFar = 0.55;
/** In a final a judge tells apart what an online review would not. */
const finalStretch = 1.6;

/** Opens a stage's judging, assigns, takes in its sheets with all that goes wrong, and closes it unless it stays open. */
export async function loadStage(world: DemoWorld, context: StageContext): Promise<{ readonly sheets: number }> {
  const { stage, specification } = context;
  const streams = `${world.seed}/${specification.slug}/${stage.key}`;
  const random = new Random(streams);
  const act = stageAct(context, 'opens');
  await world.service(WindowService).open({ stageId: stage.id }, act);
  const { rules } = await world.service(RulesService).current(stage.id);
  const tasks = await assign(world, context, rules, random);
  const fates = planFates(random, tasks, rules, context);
  await recuse(world, tasks, fates, 'recused', { random, act });
  await world.transaction((manager) => world.service(BulkDeclarationService).declareAll(manager, stage.id, act));
  const sheets = draftSheets({ random, words: new Random(`${streams}/comments`) }, rules, tasks, fates);
  if (context.tieAfter !== null) plantTie(random, rules, [...sheets.values()], context.tieAfter);
  const submitted = await submit(world, context, { random, rules, tasks, sheets });
  await recuse(world, tasks, fates, 'recused-late', { random, act });
  if (!specification.isOpen) {
    await world.service(WindowService).close({ stageId: stage.id }, stageAct(context, 'closes'));
  }
  await world.service(TallyService).run(stage.id);
  return { sheets: submitted };
}

async function assign(world: DemoWorld, context: StageContext, rules: StageRules, random: Random): Promise<Task[]> {
  const { stage, panels, judgeIds, qualities } = context;
  return world.transaction(async (manager) => {
    const stageEntries = world.service(StageEntryService);
    const standing = await stageEntries.standing(manager, stage.id);
    const panelIds = await stageEntries.panels(manager, stage.id);
    const loads = new Map<readonly PlannedJudge[], number[]>();
    const drafts = panels.flatMap(({ panelKey, judges }) => {
      const entries = standing.filter(({ panelId }) => panelId === panelIds.get(panelKey));
      const merit = meritsOf(entries, qualities, stage.kind === 'final' ? finalStretch : 1);
      // The same few judges on several panels of a small edition share one count of their loads.
      const load = loads.get(judges) ?? judges.map(() => 0);
      loads.set(judges, load);
      return planAssignments(random, entries.length, load, rules.panel.size).map((pair) => ({
        stageEntryId: entries[pair.entry]?.id ?? '',
        entryId: entries[pair.entry]?.entryId ?? '',
        judge: judges[pair.judge] as PlannedJudge,
        judgeId: judgeIds.get(judges[pair.judge]?.email ?? '') ?? '',
        merit: merit[pair.entry] ?? 0,
      }));
    });
    const created = await world
      .service(AssignmentService)
      .assign(manager, stage.id, drafts, stageAct(context, 'opens'), (below) => random.below(below));
    const ids = new Map(created.map(({ id, stageEntryId, judgeId }) => [`${stageEntryId} ${judgeId}`, id]));
    return drafts.map((draft) => ({
      ...draft,
      assignmentId: ids.get(`${draft.stageEntryId} ${draft.judgeId}`) ?? '',
    }));
  });
}

/** Points above the mean of the panel's entries: each stage is judged by its own measure, so that all means agree. */
function meritsOf(
  entries: readonly { readonly entryId: string }[],
  qualities: ReadonlyMap<string, number>,
  stretch: number,
): number[] {
  const values = entries.map(({ entryId }) => qualities.get(entryId) ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => (value - mean) * stretch);
}

/** What becomes of each task; at most one is lost of an entry, so that its panel stays above the floor. */
function planFates(random: Random, tasks: readonly Task[], rules: StageRules, context: StageContext): Fate[] {
  const spared = new Set<string>();
  const fates = tasks.map((): Fate => 'submitted');
  const lose = (index: number, fate: Fate) => {
    const { stageEntryId, judge } = tasks[index] as Task;
    if (spared.has(stageEntryId) || judge.email === demoJudgeEmail || rules.panel.size <= rules.panel.floor) {
      return false;
    }
    spared.add(stageEntryId);
    fates[index] = fate;
    return true;
  };
  const order = random.shuffle(tasks.map((_, index) => index));
  // Two entries tie in published decimals only where as many judges count for both: their conflicts were settled before.
  let due = context.tieAfter === null ? Math.round(tasks.length * recusedShare) : 0;
  for (const index of order) {
    if (due === 0) break;
    if (lose(index, random.chance(recusedAfterScoring) ? 'recused-late' : 'recused')) due -= 1;
  }
  for (const index of order) {
    const { judge } = tasks[index] as Task;
    if (fates[index] !== 'submitted') continue;
    if (context.specification.isOpen) {
      if (judge.email === demoJudgeEmail || !random.chance(submittedSoFar)) fates[index] = 'missing';
    } else if (context.tieAfter === null && judge.isLate && random.chance(missingOfLate)) lose(index, 'missing');
  }
  return fates;
}

async function recuse(
  world: DemoWorld,
  tasks: readonly Task[],
  fates: readonly Fate[],
  when: Fate,
  { random, act }: { readonly random: Random; readonly act: Act },
): Promise<void> {
  const declarations = tasks
    .filter((_, index) => fates[index] === when)
    .map(({ judgeId, entryId }) => {
      const form = random.chance(0.8) ? 'by-oneself' : random.chance(0.7) ? 'on-application' : 'ordered';
      return { judgeId, entryId, form, reasonCode: random.pick(conflictReasons) } as const;
    });
  await world.transaction((manager) => world.service(ConflictService).declareMany(manager, declarations, act));
}

function draftSheets(
  { random, words }: { readonly random: Random; readonly words: Random },
  rules: StageRules,
  tasks: readonly Task[],
  fates: readonly Fate[],
): Map<string, DraftSheet> {
  const sheets = new Map<string, DraftSheet>();
  for (const [index, task] of tasks.entries()) {
    const fate = fates[index];
    if (fate === 'recused' || fate === 'missing') continue;
    const { assignmentId, stageEntryId, judgeId, judge, merit } = task;
    const scores = sheetScores(random, rules, judge, merit);
    const comments = inventedComments(words, rules, judge, merit);
    const isCounted = fate === 'submitted';
    sheets.set(assignmentId, { ...{ assignmentId, stageEntryId, judgeId }, scores, comments, isCounted });
  }
  return sheets;
}

/** Submits in three rounds: those in time, the late ones, and the corrections of slips. */
async function submit(
  world: DemoWorld,
  context: StageContext,
  given: { random: Random; rules: StageRules; tasks: readonly Task[]; sheets: ReadonlyMap<string, DraftSheet> },
): Promise<number> {
  const { random, rules, tasks, sheets } = given;
  const late = new Set(tasks.filter(({ judge }) => judge.isLate).map(({ assignmentId }) => assignmentId));
  const all = [...sheets.values()];
  const slips = new Map<string, SheetScores>();
  for (const { assignmentId, scores } of all) {
    if (random.chance(correctedShare)) slips.set(assignmentId, slipOf(random, rules, scores));
  }
  const first = (sheet: DraftSheet) => ({ ...sheet, scores: slips.get(sheet.assignmentId) ?? sheet.scores });
  const rounds = [
    all.filter(({ assignmentId }) => !late.has(assignmentId)).map(first),
    all.filter(({ assignmentId }) => late.has(assignmentId)).map(first),
    all.filter(({ assignmentId }) => slips.has(assignmentId)),
  ];
  const days = [stageAct(context, 'opens'), stageAct(context, 'closes'), stageAct(context, 'closes')];
  for (const [index, round] of rounds.entries()) {
    if (round.length === 0) continue;
    const occurredOn = days[index]?.occurredOn;
    const bulk = round.map(({ assignmentId, scores, comments }) => ({
      assignmentId,
      scores,
      ...(comments && { comments }),
      ...(occurredOn === undefined ? {} : { occurredOn }),
    }));
    await world.transaction((manager) =>
      world.service(BulkScoreSheetService).submitMany(manager, context.stage.id, bulk),
    );
  }
  return all.length + slips.size;
}

/** The organiser's act on the planned first or last day of a past stage; today's in one that is open. */
function stageAct({ stage, specification, actor }: StageContext, edge: 'opens' | 'closes'): Act {
  if (specification.isOpen) return { actor };
  const planned = edge === 'opens' ? stage.window.plannedOpensAt : stage.window.plannedClosesAt;
  return { actor, occurredOn: planned.toISOString().slice(0, 10) };
}
