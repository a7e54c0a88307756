import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Figure } from '../../ui/figure.js';
import { FigureDefinition } from './figure-definition.js';
import { figureKeys, type ContestFigures } from './figure-keys.js';
import { useFigureText } from './use-figure-text.js';

/** One contest's figures; those it does not report are named as such below, never shown as zero. */
export function ContestFiguresSection({ contest, asOf }: { contest: ContestFigures; asOf: string }) {
  const { t } = useTranslation('landing');
  const text = useText();
  const figureText = useFigureText();
  const id = `figures-${contest.edition}`;
  const absent = figureKeys.filter((key) => contest[key] === null);
  return (
    <section className="figures-contest" aria-labelledby={id}>
      <h2 id={id}>
        {text(contest.name)} {contest.isDemo ? <span className="demo-mark">{t('demoMark')}</span> : null}
      </h2>
      <dl className="figures">
        {figureKeys.map((key) => {
          const figure = figureText(contest, key);
          return figure === null ? null : (
            <Figure
              key={key}
              label={t(`figure.${key}.label`)}
              number={figure.number}
              unit={figure.unit}
              tip={
                <FigureDefinition
                  label={t(`figure.${key}.label`)}
                  definition={t(`figure.${key}.definition`)}
                  asOf={asOf}
                />
              }
            />
          );
        })}
      </dl>
      {absent.length > 0 ? (
        <p className="muted">
          {t('notReported', { figures: absent.map((key) => t(`figure.${key}.label`)).join(t('listComma')) })}
        </p>
      ) : null}
    </section>
  );
}
