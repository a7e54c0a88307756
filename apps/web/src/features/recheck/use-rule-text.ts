import { useTranslation } from 'react-i18next';
import { recheckRule, type RuleChoice } from './rule-choice.js';

/** A rule in words, as the paper states it. */
export function useRuleText(): (choice: RuleChoice) => string {
  const { t } = useTranslation('recheck');
  return (choice) => {
    const { method, places, ties } = choice;
    const rounding =
      places === null
        ? t('rule.inWords.unrounded')
        : places === 0
          ? t('rule.inWords.whole')
          : t('rule.inWords.rounded', { count: places });
    return t('rule.words', {
      method: t(`rule.inWords.${method}`, { minimum: recheckRule(choice).trimMinimum }),
      rounding,
      ties: t(`rule.tie.${ties}`),
    });
  };
}
