import { useTranslation } from 'react-i18next';
import type { Criterion } from '#domain/contest/stage-rules';
import { useText } from '../../locales/use-text.js';
import { isWithin, scoreChoices } from './score-choices.js';

interface CriterionLevelsProps {
  criterion: Criterion;
  name: string;
  value: string;
  isReadOnly: boolean;
  onChoose: (value: string) => void;
}

/** The anchored texts, best first, each with the numbers that mean it: reading the anchor and tapping are one act. */
export function CriterionLevels({ criterion, name, value, isReadOnly, onChoose }: CriterionLevelsProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { minimum, maximum, levels } = criterion;
  const rows =
    levels.length === 0
      ? [{ from: minimum, to: maximum, words: '' }]
      : levels.map((level) => ({ from: level.from, to: level.to, words: text(level.text) }));
  const isAscending = rows.length > 1 && isWithin(minimum, rows[0]?.from ?? '', rows[0]?.to ?? '');
  return (
    <ul className="levels">
      {(isAscending ? [...rows].reverse() : rows).map(({ from, to, words }) => (
        <li key={from} className={isWithin(value, from, to) ? 'level level-chosen' : 'level'}>
          <p className="level-text">
            <span className="level-range">{t('range', { from, to })}</span> {words}
          </p>
          <div className="level-numbers" role="group" aria-label={t('numbersOf', { name, from, to })}>
            {scoreChoices(criterion, from, to).map((choice) => (
              <button
                key={choice}
                type="button"
                className="number-button"
                // The field above is the keyboard's way to the same score; forty stops on the way to the next would be in it.
                tabIndex={-1}
                disabled={isReadOnly}
                aria-pressed={value === choice}
                onClick={() => onChoose(choice)}
              >
                {choice}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
