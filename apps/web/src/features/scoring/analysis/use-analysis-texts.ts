import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../locales/use-text.js';
import type { Entries, Line, LineChange, Withheld } from './analysis-types.js';
import { withheldSentence } from './withheld-sentence.js';

const methods = [
  'mean',
  'median',
  'trimmed-mean',
  'standardised',
  'severity-adjusted-fixed',
  'severity-adjusted-random',
  'borda',
  'positional',
  'copeland',
  'bradley-terry',
] as const;

function isMethod(key: string): key is (typeof methods)[number] {
  return (methods as readonly string[]).includes(key);
}

export interface AnalysisTexts {
  /** Of a column's id; one that this page does not know stands as it is. */
  readonly method: (id: string) => string;
  readonly line: (line: Line) => string;
  /** Of all lines after one place. */
  readonly linesAfter: (lines: readonly Line[], after: number) => string;
  readonly judge: (judge: number) => string;
  readonly standing: (standing: LineChange['from']) => string;
  readonly withheld: (withheld: Withheld) => string;
}

export function useAnalysisTexts(): AnalysisTexts {
  const { t } = useTranslation('analysis');
  const text = useText();
  const locale = useLocale();
  const line = ({ kind, key, name }: Line) =>
    kind === 'advancement' ? t('line.advancement') : text(name) || (key ?? t('line.award'));
  return {
    method: (id) => {
      const key = id.replace(':', '-');
      return isMethod(key) ? t(`method.${key}`) : id;
    },
    line,
    linesAfter: (lines, after) =>
      lines
        .filter((one) => one.after === after)
        .map(line)
        .join(' · '),
    judge: (judge) => t('judgeNumber', { judge }),
    standing: (standing) => t(`standing.${standing}`),
    withheld: (withheld) => withheldSentence(withheld, locale),
  };
}

export function entryName(entries: Entries, index: number): string {
  const entry = entries[index];
  return entry ? `${entry.number} ${entry.title}` : '';
}
