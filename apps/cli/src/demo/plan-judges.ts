import type { ContestTemplate, TemplateStage } from '#contest';
import type { JudgeKind } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import type { EditionSpecification } from './edition-specification.js';
import { inventedPerson } from './invented-names.js';
import type { PlannedEntry } from './plan-entries.js';
import { Random } from './random.js';

type Language = SheetComments['language'];

export interface PlannedJudge {
  readonly email: string;
  readonly displayName: string;
  readonly kind: JudgeKind;
  /** In which the comments are written. */
  readonly language: Language;
  /** Points of a hundred by which this judge is lenient (positive) or severe. */
  readonly severity: number;
  /** Always gives 85 to 88, whatever stands before them. */
  readonly isConstant: boolean;
  /** Submits at the end, and not everything. */
  readonly isLate: boolean;
}

export interface PlannedPanel {
  readonly stageKey: string;
  readonly panelKey: string;
  readonly judges: readonly PlannedJudge[];
}

/** The one judge of the demo who can sign in. */
export const demoJudgeEmail = 'judge@demo.invalid';

const writingEnglish = 0.25;
const severityDeviation = 2.2;
/** Sheets that a judge of an online review is asked for. */
const load = 48;
const kinds: readonly JudgeKind[] = ['technology', 'technology', 'technology', 'management', 'venture-capital'];

/**
 * The judges of an edition, panel by panel. In a large edition nobody sits on two stages, so that every mean stands for
 * itself; in a small one the same few judge all first stages, the first of them being the demo's judge.
 */
export function planJudges(
  seed: string,
  specification: EditionSpecification,
  template: ContestTemplate,
  entries: readonly PlannedEntry[],
): PlannedPanel[] {
  const random = new Random(`${seed}/${specification.slug}/judges`);
  let number = 0;
  const draw = (count: number) =>
    Array.from({ length: count }, () => {
      number += 1;
      return draftJudge(random, specification, number);
    });
  const few = typeof specification.judges === 'number' ? draw(specification.judges) : null;
  const stages = template.stages.filter((stage) => !specification.isOpen || stage.after === undefined);
  return stages.flatMap((stage) => {
    const panels = stage.panels.map(({ key }) => ({
      panelKey: key,
      judges: few && stage.after === undefined ? few : draw(seats(stage, key, entries)),
    }));
    return finished(random, panels, stage, specification);
  });
}

/** As many as the load asks for, and always two more than an entry needs, so that they can be drawn. */
function seats(stage: TemplateStage, panelKey: string, entries: readonly PlannedEntry[]): number {
  const { size } = stage.rules.panel;
  if (stage.after !== undefined) return size;
  const ofPanel = entries.filter(
    ({ answers }) =>
      (stage.track === 'all' || answers.trackKey === stage.track) &&
      [answers.fieldGroupKey, answers.trackKey].includes(panelKey),
  );
  return Math.max(size + 2, Math.ceil((ofPanel.length * size) / load));
}

type DraftJudge = Omit<PlannedJudge, 'isConstant' | 'isLate'>;

function draftJudge(random: Random, { slug, isOpen }: EditionSpecification, number: number): DraftJudge {
  const serial = String(number).padStart(3, '0');
  const language: Language = new Random(`${slug}/${serial}/language`).chance(writingEnglish) ? 'en' : 'zh';
  return {
    language,
    email: isOpen && number === 1 ? demoJudgeEmail : `judge-${serial}@${slug}.demo.invalid`,
    displayName: `${inventedPerson(random, 'zh')}（虚构评委 ${serial}）`,
    kind: random.pick(kinds),
    severity: severityDeviation * random.normal(2.3),
  };
}

/** Centres the severities of a stage, so that they are what a judge's mean differs by from the mean of all. */
function finished(
  random: Random,
  panels: readonly { panelKey: string; judges: readonly DraftJudge[] }[],
  stage: TemplateStage,
  { constantJudgeIn }: EditionSpecification,
): PlannedPanel[] {
  const all = [...new Set(panels.flatMap(({ judges }) => judges))];
  const mean = all.reduce((sum, { severity }) => sum + severity, 0) / Math.max(1, all.length);
  const constant = constantJudgeIn === stage.key ? random.pick(all).email : null;
  const late = new Set(random.shuffle(all).slice(0, Math.ceil(all.length * 0.05)));
  return panels.map(({ panelKey, judges }) => ({
    stageKey: stage.key,
    panelKey,
    judges: judges.map((judge) => ({
      ...judge,
      severity: Math.round((judge.severity - mean) * 100) / 100,
      isConstant: judge.email === constant,
      isLate: late.has(judge) && judge.email !== demoJudgeEmail,
    })),
  }));
}
