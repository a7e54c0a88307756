import * as v from 'valibot';
import type { FormDefinition } from '#domain/form/form-definition';
import { typedForm } from './form-scalars.js';
import { rubric, rules } from './rules-schema.js';
import { bilingual, count, decimal, group, key, listOf, plannedWindow, yesOrNo } from './template-scalars.js';

/**
 * Key figures that a contest may report. `entries` are its entries and their countries: a contest that does not report
 * them takes no part in the published figures of all contests together.
 */
export const reportedFigures = [
  'entries',
  'transformations',
  'problems-solved',
  'technical-problems-solved',
  'landing-intents',
  'investment-yuan',
] as const;
export type ReportedFigure = (typeof reportedFigures)[number];

/** Steps between a ranking and a confirmed award, in the order that the edition sets. */
export const announcementSteps = ['provisional-announcement', 'ceremony', 'public-notice', 'confirmation'] as const;

export const stageKinds = ['online-review', 'second-round', 'final'] as const;
export type StageKind = (typeof stageKinds)[number];

export const label = group({ key, name: bilingual });

export interface TemplateTrack {
  readonly key: string;
  readonly name: v.InferOutput<typeof bilingual>;
  readonly requiresProblem: boolean;
  readonly tracks: readonly TemplateTrack[];
}

export const track: v.GenericSchema<unknown, TemplateTrack> = group({
  key,
  name: bilingual,
  requiresProblem: v.optional(yesOrNo, 'false'),
  tracks: listOf(
    v.lazy(() => track),
    40,
  ),
});

const awardTier = group({
  key,
  name: bilingual,
  quota: count(1, 10_000),
  /** A score below which the tier stays vacant rather than being given. */
  minimumScore: v.optional(decimal),
});

export const stage = group({
  key,
  name: bilingual,
  kind: v.picklist(stageKinds),
  /** Node of the track tree: the stage takes the entries of all tracks below it. */
  track: key,
  /** The stage whose advanced entries come here; none for a first stage. */
  after: v.optional(key),
  window: plannedWindow,
  panels: listOf(label, 200),
  rubric: key,
  rules,
  awards: listOf(awardTier, 40),
});

/** Of any shape here: the domain's own checks of a form tell more of what is wrong with one than a schema could. */
const form = v.pipe(
  v.unknown(),
  v.transform((raw) => typedForm(raw) as FormDefinition),
);

export const templateSchema = group({
  template: v.literal('leitai-contest/1'),
  contest: group({ key, name: bilingual, reports: v.optional(v.array(v.picklist(reportedFigures)), ['entries']) }),
  edition: group({
    slug: key,
    name: bilingual,
    year: count(1990, 2200),
    announcementOrder: v.optional(v.array(v.picklist(announcementSteps)), [...announcementSteps]),
    entryWindow: plannedWindow,
    /** For so many hours after the deadline the bytes of files may follow that were filed before it. */
    fileBytesHours: v.optional(count(0, 168), '24'),
  }),
  tracks: track,
  fieldGroups: listOf(label, 100),
  divisions: listOf(label, 100),
  rubrics: v.record(key, rubric),
  /** What entries are asked, by the node of the track tree from which downwards it is asked. */
  forms: v.optional(v.record(key, form), {}),
  stages: v.pipe(v.array(stage), v.minLength(1), v.maxLength(60)),
});

/** A contest as data, checked: what `leitai contest apply` writes. Instants are UTC, counts numbers, decimals texts. */
export type ContestTemplate = v.InferOutput<typeof templateSchema>;
export type TemplateStage = ContestTemplate['stages'][number];
export type TemplateLabel = v.InferOutput<typeof label>;
