import { z } from 'zod';
import {
  advancementScopes,
  componentKeys,
  methodKeysFor,
  missingPolicies,
  openableSections,
  severityEffects,
  tieSteps,
  trimFallbacks,
  trimUnits,
} from '#domain';
import { bilingual, count, decimal, key, yesOrNo } from './template-scalars.js';

const level = z.strictObject({ from: decimal, to: decimal, text: bilingual });

const criterion = z.strictObject({
  key,
  name: bilingual,
  minimum: decimal,
  maximum: decimal,
  step: decimal,
  factor: decimal,
  counted: yesOrNo.default(true),
  levels: z.array(level).default([]),
});

export const rubric = z.strictObject({ maximumTotal: decimal, criteria: z.array(criterion).min(1).max(40) });

const methodOptions = z.strictObject({
  trim: count(1, 20).optional(),
  trimBy: z.enum(trimUnits).optional(),
  trimMinimum: count(1, 99).optional(),
  trimFallback: z.enum(trimFallbacks).optional(),
  missing: z.enum(missingPolicies).optional(),
  effects: z.enum(severityEffects).optional(),
  ddof: count(0, 1).optional(),
  rescale: yesOrNo.optional(),
  points: z.array(decimal).min(1).max(99).optional(),
});

const places = count(0, 6).optional();

/** A stage's rules as they are written in a template: the domain's `StageRules` without the rubric, which is named. */
export const rules = z.strictObject({
  panel: z.strictObject({ size: count(1, 99), floor: count(1, 99) }),
  method: z.strictObject({ key: z.enum(methodKeysFor('sheets')), options: methodOptions.default({}) }),
  rounding: z.strictObject({ criterion: places, weightedCriterion: places, total: places }).default({}),
  deductions: z.strictObject({ maximum: decimal }).optional(),
  components: z
    .array(z.strictObject({ key: z.enum(componentKeys), share: decimal }))
    .min(1)
    .default([{ key: 'experts', share: '1' }]),
  rankOn: z.enum(['rounded', 'exact']).default('rounded'),
  tieLadder: z.array(z.enum(tieSteps)).min(1),
  advancement: z
    .strictObject({ by: z.enum(['number', 'ratio']), value: decimal, scope: z.enum(advancementScopes) })
    .optional(),
  analysis: z
    .strictObject({ openBeforeFreeze: z.array(z.enum(openableSections)), gapThreshold: decimal.optional() })
    .optional(),
  release: z.enum(['after-review']).default('after-review'),
  blind: yesOrNo.default(false),
});
