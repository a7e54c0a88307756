import { useTranslation } from 'react-i18next';
import { languageTags, isLocale } from '../../../locales/index.js';
import { useText } from '../../../locales/use-text.js';
import { Hash } from '../../../ui/hash.js';
import { Moment } from '../../../ui/moment.js';
import type { Assignment } from '../assignments.js';
import { receiptNumber } from '../receipt-number.js';
import { fieldsOf, languageField } from '../sheet-fields.js';
import { ShownSignature } from '../signature/shown-signature.js';
import { useFieldNames } from '../use-field-names.js';
import '../comment-field.css';

interface ScorePaperProps {
  assignment: Assignment;
  submitted: NonNullable<Assignment['submitted']>;
}

/** A submitted sheet as it is signed (评分表): the scores that count, their receipt, and a line for the judge's name. */
export function ScorePaper({ assignment, submitted }: ScorePaperProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  const { edition, stage, entry, rules, position } = assignment;
  const lang = isLocale(entry.language) ? languageTags[entry.language] : undefined;
  const fields = fieldsOf(submitted);
  const said = useFieldNames(rules).filter(({ path, isText }) => isText && path !== languageField && fields[path]);
  const title = t('sheetTitleOf', { position, title: entry.title });
  return (
    <article className="card score-paper" aria-label={title}>
      <header>
        <p>
          {text(edition.name)} · {text(stage.name)}
          {edition.isDemo ? <span className="demo-mark">{t('demoMark')}</span> : null}
        </p>
        <h2 className="score-paper-title">{t('sheetTitle')}</h2>
      </header>
      <p lang={lang} className="score-paper-entry">
        {title}
      </p>
      <p className="muted">{text(entry.track.name)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('paper.criterion')}</th>
            <th scope="col" className="number">
              {t('paper.range')}
            </th>
            <th scope="col" className="number">
              {t('paper.factor')}
            </th>
            <th scope="col" className="number">
              {t('paper.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.rubric.criteria.map(({ key, name, minimum, maximum, factor, counted }) => (
            <tr key={key}>
              <th scope="row">{text(name)}</th>
              <td className="number">
                {minimum}–{maximum}
              </td>
              <td className="number">{counted ? factor : t('paper.notCounted')}</td>
              <td className="number">{submitted.scores[key] ?? t('review.none')}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {submitted.deduction === null ? null : (
            <tr>
              <th scope="row" colSpan={3}>
                {t('deduction.name')}
              </th>
              <td className="number">−{submitted.deduction}</td>
            </tr>
          )}
          <tr>
            <th scope="row" colSpan={3}>
              {t('paper.total', { maximum: rules.rubric.maximumTotal })}
            </th>
            <td className="number score-paper-total">{submitted.total}</td>
          </tr>
        </tfoot>
      </table>
      {said.length > 0 ? (
        <dl className="score-paper-said">
          {said.map(({ path, name }) => (
            <div key={path}>
              <dt>{name}</dt>
              <dd className="said">{fields[path]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p>
        {t('receipt.number')} <strong className="nowrap">{receiptNumber(submitted.receipt)}</strong> ·{' '}
        {t('receipt.revision', { revision: submitted.revision })} · <Moment at={submitted.submittedAt} />
      </p>
      <p className="muted score-paper-hash">
        {t('receipt.whole')} <Hash value={submitted.receipt} />
      </p>
      <p className="score-paper-signature">
        <span>
          {t('paper.signature')}
          {submitted.signature ? <ShownSignature signature={submitted.signature} /> : null}
        </span>
        <span>{t('paper.date')}</span>
      </p>
    </article>
  );
}
