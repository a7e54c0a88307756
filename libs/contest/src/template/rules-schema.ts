import * as v from 'valibot';
import {
  advancementScopes,
  commentNeeds,
  signatureWays,
  componentKeys,
  openableSections,
  tieSteps,
} from '#domain/contest/stage-rules';
import { missingPolicies, severityEffects, trimFallbacks, trimUnits } from '#domain/scoring/method-options';
import { methodKeysFor } from '#domain/scoring/scoring-methods';
import { bilingual, count, decimal, group, key, yesOrNo } from './template-scalars.js';

const level = group({ from: decimal, to: decimal, text: bilingual });

const criterion = group({
  key,
  name: bilingual,
  minimum: decimal,
  maximum: decimal,
  step: decimal,
  factor: decimal,
  counted: v.optional(yesOrNo, 'true'),
  scoresTeam: v.optional(yesOrNo),
  levels: v.optional(v.array(level), []),
});

export const rubric = group({
  maximumTotal: decimal,
  criteria: v.pipe(v.array(criterion), v.minLength(1), v.maxLength(40)),
});

const methodOptions = group({
  trim: v.optional(count(1, 20)),
  trimBy: v.optional(v.picklist(trimUnits)),
  trimMinimum: v.optional(count(1, 99)),
  trimFallback: v.optional(v.picklist(trimFallbacks)),
  missing: v.optional(v.picklist(missingPolicies)),
  effects: v.optional(v.picklist(severityEffects)),
  ddof: v.optional(count(0, 1)),
  rescale: v.optional(yesOrNo),
  points: v.optional(v.pipe(v.array(decimal), v.minLength(1), v.maxLength(99))),
});

const places = v.optional(count(0, 6));

/** A stage's rules as they are written in a template: the domain's `StageRules` without the rubric, which is named. */
export const rules = group({
  panel: group({ size: count(1, 99), floor: count(1, 99) }),
  method: group({ key: v.picklist(methodKeysFor('sheets')), options: v.optional(methodOptions, {}) }),
  rounding: v.optional(group({ criterion: places, weightedCriterion: places, total: places }), {}),
  deductions: v.optional(group({ maximum: decimal })),
  comments: v.optional(
    group({ criteria: v.optional(v.picklist(commentNeeds)), overall: v.optional(v.picklist(commentNeeds)) }),
  ),
  signature: v.optional(v.picklist(signatureWays)),
  components: v.optional(v.pipe(v.array(group({ key: v.picklist(componentKeys), share: decimal })), v.minLength(1)), [
    { key: 'experts', share: '1' },
  ]),
  rankOn: v.optional(v.picklist(['rounded', 'exact']), 'rounded'),
  tieLadder: v.pipe(v.array(v.picklist(tieSteps)), v.minLength(1)),
  advancement: v.optional(
    group({ by: v.picklist(['number', 'ratio']), value: decimal, scope: v.picklist(advancementScopes) }),
  ),
  analysis: v.optional(
    group({ openBeforeFreeze: v.array(v.picklist(openableSections)), gapThreshold: v.optional(decimal) }),
  ),
  release: v.optional(v.picklist(['after-review']), 'after-review'),
  blind: v.optional(yesOrNo, 'false'),
  teamField: v.optional(key),
});
