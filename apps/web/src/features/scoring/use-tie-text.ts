import { useTranslation } from 'react-i18next';
import { tieSteps, type TieStep } from '#domain/contest/stage-rules';
import type { Schemas } from '../../api/client.js';

function isStep(key: string | null): key is TieStep {
  return (tieSteps as readonly (string | null)[]).includes(key);
}

/** Where it is not a lack of sheets that keeps an entry from being ranked. */
const otherReasons = {
  'components-not-comparable': 'notComparable',
  'judge-lists-differ': 'listsDiffer',
} as const;

function isOtherReason(reason: string): reason is keyof typeof otherReasons {
  return Object.hasOwn(otherReasons, reason);
}

/** How a tie was settled, or by whom it must be; empty where an entry is tied with none. */
export function useTieText(): (row: Pick<Schemas['RankingRowDto'], 'tie' | 'reason'>) => string {
  const { t } = useTranslation('scoring');
  return ({ tie, reason }) => {
    if (reason !== null) return t(isOtherReason(reason) ? otherReasons[reason] : 'tooFewSheets');
    if (tie === null) return '';
    if (isStep(tie.resolvedBy)) return t('tieSettled', { count: tie.size, step: t(`step.${tie.resolvedBy}`) });
    if (isStep(tie.nextStep)) return t('tieWaits', { count: tie.size, step: t(`step.${tie.nextStep}`) });
    return t('tieOpen', { count: tie.size });
  };
}
