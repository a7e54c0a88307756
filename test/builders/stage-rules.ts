import type { Criterion, StageRules } from '#domain';

/** A criterion from 0 to its maximum in steps of 0.5, counted, with factor 1. */
export function criterion(key: string, maximum: string, changes: Partial<Criterion> = {}): Criterion {
  return {
    key,
    name: { zh: key, en: key },
    minimum: '0',
    maximum,
    step: '0.5',
    factor: '1',
    counted: true,
    levels: [],
    ...changes,
  };
}

/** Valid rules: innovation 40, market 60, panels of five, one highest and one lowest dropped, two decimals. */
export function stageRules(changes: Partial<StageRules> = {}): StageRules {
  return {
    schema: 1,
    rubric: { maximumTotal: '100', criteria: [criterion('innovation', '40'), criterion('market', '60')] },
    panel: { size: 5, floor: 3 },
    method: { key: 'trimmed-mean', options: { trim: 1, trimBy: 'sheet', trimMinimum: 5, trimFallback: 'mean' } },
    rounding: { total: 2 },
    components: [{ key: 'experts', share: '1' }],
    rankOn: 'rounded',
    tieLadder: ['previous-stage', 'highest-weight-criterion', 'highest-scores-count', 'panel-vote', 'shared'],
    advancement: { by: 'number', value: '16', scope: 'stage' },
    release: 'after-review',
    blind: false,
    ...changes,
  };
}
