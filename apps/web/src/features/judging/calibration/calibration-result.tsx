import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StageRules } from '#domain/contest/stage-rules';
import type { Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { useFocusAfter } from '../../../ui/use-focus-after.js';

type Submitted = NonNullable<Schemas['CalibrationDto']['submitted']>;

/** A deviation with its sign; the minus as it is printed. */
const signed = (value = '0') => (value.startsWith('-') ? `−${value.slice(1)}` : value === '0' ? '0' : `+${value}`);

/** The judge's scores beside the office's; nothing of other judges. */
export function CalibrationResult({ rules, submitted }: { rules: StageRules; submitted: Submitted }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const box = useFocusAfter<HTMLDivElement>(true);
  const own = submitted.scores as Record<string, string>;
  const { reference } = submitted;
  const of = reference?.scores;
  const deviation = reference?.deviation.criteria;
  return (
    <div ref={box} tabIndex={-1}>
      <h2>{t('calibration.resultTitle')}</h2>
      {submitted.isOfEarlierRules ? <p>{t('calibration.earlierRules')}</p> : null}
      <p>{t(reference ? 'calibration.resultText' : 'calibration.notCompared')}</p>
      <table className="review-table calibration-result">
        <thead>
          <tr>
            <th scope="col">{t('conflict.criterion')}</th>
            <th scope="col" className="number">
              {t('calibration.own')}
            </th>
            {reference ? (
              <>
                <th scope="col" className="number">
                  {t('calibration.reference')}
                </th>
                <th scope="col" className="number">
                  {t('calibration.deviation')}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rules.rubric.criteria.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{text(name)}</th>
              <td className="number">{own[key]}</td>
              {reference ? <Compared reference={of?.[key]} deviation={deviation?.[key]} /> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('review.total')}</th>
            <td className="number">{submitted.total}</td>
            {reference ? <Compared reference={reference.total} deviation={reference.deviation.total} /> : null}
          </tr>
        </tfoot>
      </table>
      <Link className="queue-next" to="/judging">
        {t('waiting.done')}
      </Link>
    </div>
  );
}

function Compared({ reference, deviation }: { reference: string | undefined; deviation: string | undefined }) {
  return (
    <>
      <td className="number">{reference}</td>
      <td className="number">{signed(deviation)}</td>
    </>
  );
}
