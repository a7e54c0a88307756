import { z } from 'zod';
import { rubric, rules } from './rules-schema.js';
import { bilingual, count, decimal, key, plannedWindow, yesOrNo } from './template-scalars.js';

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

const label = z.strictObject({ key, name: bilingual });

const track = z.strictObject({
  key,
  name: bilingual,
  requiresProblem: yesOrNo.default(false),
  get tracks() {
    return z.array(track).max(40).default([]);
  },
});

const awardTier = z.strictObject({
  key,
  name: bilingual,
  quota: count(1, 10_000),
  /** A score below which the tier stays vacant rather than being given. */
  minimumScore: decimal.optional(),
});

const stage = z.strictObject({
  key,
  name: bilingual,
  kind: z.enum(stageKinds),
  /** Node of the track tree: the stage takes the entries of all tracks below it. */
  track: key,
  /** The stage whose advanced entries come here; none for a first stage. */
  after: key.optional(),
  window: plannedWindow,
  panels: z.array(label).max(200).default([]),
  rubric: key,
  rules,
  awards: z.array(awardTier).max(40).default([]),
});

export const templateSchema = z.strictObject({
  template: z.literal('leitai-contest/1'),
  contest: z.strictObject({ key, name: bilingual, reports: z.array(z.enum(reportedFigures)).default(['entries']) }),
  edition: z.strictObject({
    slug: key,
    name: bilingual,
    year: count(1990, 2200),
    announcementOrder: z.array(z.enum(announcementSteps)).default([...announcementSteps]),
    entryWindow: plannedWindow,
  }),
  tracks: track,
  fieldGroups: z.array(label).max(100).default([]),
  divisions: z.array(label).max(100).default([]),
  rubrics: z.record(key, rubric),
  stages: z.array(stage).min(1).max(60),
});

/** A contest as data, checked: what `leitai contest apply` writes. Instants are UTC, counts numbers, decimals texts. */
export type ContestTemplate = z.output<typeof templateSchema>;
export type TemplateStage = ContestTemplate['stages'][number];
export type TemplateTrack = ContestTemplate['tracks'];
export type TemplateLabel = z.output<typeof label>;
