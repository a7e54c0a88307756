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
  const [own, reference, deviation] = [submitted.scores, submitted.reference, submitted.deviation.criteria] as Record<
    string,
    string
  >[];
  return (
    <div ref={box} tabIndex={-1}>
      <h2>{t('calibration.resultTitle')}</h2>
      <p>{t('calibration.resultText')}</p>
      <table className="review-table calibration-result">
        <thead>
          <tr>
            <th scope="col">{t('conflict.criterion')}</th>
            <th scope="col" className="number">
              {t('calibration.own')}
            </th>
            <th scope="col" className="number">
              {t('calibration.reference')}
            </th>
            <th scope="col" className="number">
              {t('calibration.deviation')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.rubric.criteria.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{text(name)}</th>
              <td className="number">{own?.[key]}</td>
              <td className="number">{reference?.[key]}</td>
              <td className="number">{signed(deviation?.[key])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('review.total')}</th>
            <td className="number">{submitted.total}</td>
            <td className="number">{submitted.referenceTotal}</td>
            <td className="number">{signed(submitted.deviation.total)}</td>
          </tr>
        </tfoot>
      </table>
      <Link className="queue-next" to="/judging">
        {t('waiting.done')}
      </Link>
    </div>
  );
}
