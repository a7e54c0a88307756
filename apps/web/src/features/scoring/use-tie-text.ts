import { useTranslation } from 'react-i18next';
import { tieSteps, type TieStep } from '#domain/contest/stage-rules';
import type { InsufficientReason } from '#domain/scoring/stage-tally-types';
import type { Schemas } from '../../api/client.js';

function isStep(key: string | null): key is TieStep {
  return (tieSteps as readonly (string | null)[]).includes(key);
}

/** What keeps an entry from being ranked. */
const reasonTexts = {
  'below-panel-floor': 'tooFewSheets',
  'too-few-scores-to-trim': 'tooFewToTrim',
  'previous-stage-score-missing': 'previousMissing',
  'public-score-missing': 'publicMissing',
  'components-not-comparable': 'notComparable',
  'judge-lists-differ': 'listsDiffer',
} as const satisfies Readonly<Record<InsufficientReason, string>>;

function isKnownReason(reason: string): reason is InsufficientReason {
  return Object.hasOwn(reasonTexts, reason);
}

function textOf(reason: string): (typeof reasonTexts)[InsufficientReason] {
  return reasonTexts[isKnownReason(reason) ? reason : 'below-panel-floor'];
}

/** What to do that an entry is ranked; empty where it is. */
export function useRankAdvice(): (row: Pick<Schemas['RankingRowDto'], 'reason'>) => string {
  const { t } = useTranslation('scoring');
  return ({ reason }) => (reason === null ? '' : t(`advice.${textOf(reason)}`));
}

/** How a tie was settled, or by whom it must be; empty where an entry is tied with none. */
export function useTieText(): (row: Pick<Schemas['RankingRowDto'], 'tie' | 'reason'>) => string {
  const { t } = useTranslation('scoring');
  return ({ tie, reason }) => {
    if (reason !== null) return t(textOf(reason));
    if (tie === null) return '';
    if (isStep(tie.resolvedBy)) return t('tieSettled', { count: tie.size, step: t(`step.${tie.resolvedBy}`) });
    if (isStep(tie.nextStep)) return t('tieWaits', { count: tie.size, step: t(`step.${tie.nextStep}`) });
    return t('tieOpen', { count: tie.size });
  };
}
