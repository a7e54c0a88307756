import type { Described } from './describe-structure.js';
import type { ContestTemplate, TemplateStage } from './template-schema.js';
import { trackNodes } from './track-nodes.js';

/** A problem found between fields that are each well formed. */
export interface ReferenceProblem extends Described {
  readonly path: readonly PropertyKey[];
}

/** The parts of a template that could be read, so that the rest of the file is checked in the same round. */
export interface ReadableParts {
  readonly tracks: ContestTemplate['tracks'] | null;
  readonly labels: Readonly<Record<'fieldGroups' | 'divisions', readonly ({ readonly key: string } | null)[]>>;
  /** The rubrics that are well formed, by key. */
  readonly rubrics: ContestTemplate['rubrics'];
  /** Keys of all rubrics of the file, well formed or not. */
  readonly rubricKeys: ReadonlySet<string>;
  readonly stages: readonly (TemplateStage | null)[];
  /** Keys of all stages of the file, in order, well formed or not. */
  readonly stageKeys: readonly unknown[];
}

/** Names used twice, and names that name nothing. */
export function referenceProblems(parts: ReadableParts): ReferenceProblem[] {
  return [
    ...duplicates(parts.labels.fieldGroups, ['fieldGroups']),
    ...duplicates(parts.labels.divisions, ['divisions']),
    ...duplicates(parts.stages, ['stages']),
    ...trackDuplicates(parts),
    ...parts.stages.flatMap((stage, index) => (stage ? stageProblems(parts, stage, index) : [])),
  ];
}

function trackDuplicates(parts: ReadableParts): ReferenceProblem[] {
  const seen = new Set<string>();
  return (parts.tracks ? trackNodes(parts.tracks) : []).flatMap(({ track, path }) => {
    if (seen.has(track.key)) return [duplicated([...path, 'key'], track.key)];
    seen.add(track.key);
    return [];
  });
}

function duplicates(items: readonly ({ readonly key: string } | null)[], path: PropertyKey[]): ReferenceProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    if (!item) return [];
    if (seen.has(item.key)) return [duplicated([...path, index, 'key'], item.key)];
    seen.add(item.key);
    return [];
  });
}

function stageProblems(parts: ReadableParts, stage: TemplateStage, index: number): ReferenceProblem[] {
  const at = (...rest: PropertyKey[]) => ['stages', index, ...rest];
  const trackKeys = parts.tracks && trackNodes(parts.tracks).map(({ track }) => track.key);
  const problems = [...duplicates(stage.panels, at('panels')), ...duplicates(stage.awards, at('awards'))];
  if (trackKeys && !trackKeys.includes(stage.track)) problems.push(unknownReference(at('track'), stage.track));
  if (!parts.rubricKeys.has(stage.rubric)) problems.push(unknownReference(at('rubric'), stage.rubric));
  if (stage.after !== undefined && !parts.stageKeys.slice(0, index).includes(stage.after)) {
    problems.push({
      path: at('after'),
      code: 'stage-not-earlier',
      reason: { zh: `前面没有名为 ${stage.after} 的阶段`, en: `no earlier stage is named ${stage.after}` },
    });
  }
  if (stage.after !== undefined && parts.stages.slice(0, index).some((other) => other?.after === stage.after)) {
    problems.push({
      path: at('after'),
      code: 'stage-followed-twice',
      reason: {
        zh: `${stage.after} 之后已有另一个阶段，一个阶段只能有一个后续阶段`,
        en: `another stage already follows ${stage.after}; only one stage can follow a stage`,
      },
    });
  }
  if (stage.rules.advancement === undefined && parts.stages.some((other) => other?.after === stage.key)) {
    problems.push({
      path: at('rules'),
      code: 'advancement-missing',
      reason: {
        zh: '后面的阶段由此晋级，须写明晋级办法 advancement',
        en: 'a later stage follows: advancement is needed',
      },
    });
  }
  if (stage.after === undefined && stage.rules.components.some((component) => component.key === 'previous-stage')) {
    problems.push({
      path: at('rules', 'components'),
      code: 'previous-stage-missing',
      reason: {
        zh: '首个阶段没有可以带入的上一阶段成绩',
        en: 'a first stage has no previous score to carry over',
      },
    });
  }
  return [...problems, ...publicProblems(stage, at('rules', 'components'))];
}

/** The tally takes a score by the public; nothing here collects one yet, and every entry would stay without a score. */
function publicProblems({ rules }: TemplateStage, path: PropertyKey[]): ReferenceProblem[] {
  if (rules.components.every(({ key }) => key !== 'public')) return [];
  const reason = {
    zh: '公众评分（public）还没有录入办法，不能计入成绩',
    en: 'public scores (public) cannot be recorded yet, so they cannot be a component',
  };
  return [{ path, code: 'public-scores-not-recorded', reason }];
}

function duplicated(path: readonly PropertyKey[], key: string): ReferenceProblem {
  return {
    path,
    code: 'key-duplicated',
    reason: { zh: `${key} 已经用过`, en: `${key} is already used` },
  };
}

/** A name that names nothing in the file. */
export function unknownReference(path: readonly PropertyKey[], key: string): ReferenceProblem {
  return {
    path,
    code: 'reference-unknown',
    reason: { zh: `没有名为 ${key} 的项`, en: `nothing is named ${key}` },
  };
}
