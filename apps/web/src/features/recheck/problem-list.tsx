import { useTranslation } from 'react-i18next';
import { cellReference } from '#domain/score-file/cell-reference';
import { scoreFileProblemTexts, type ScoreFileProblem } from '#domain/score-file/score-file-problem';
import { useText } from '../../locales/use-text.js';
import { StateMark } from '../../ui/state-mark.js';

/** As many as the reading of a sheet lists. */
const listed = 100;

/** Each cell that could not be read, by the name a spreadsheet gives it. */
export function ProblemList({ problems }: { problems: readonly ScoreFileProblem[] }) {
  const { t } = useTranslation('recheck');
  const text = useText();
  return (
    <section className="card problems" role="alert" aria-labelledby="recheck-problems">
      <h2 id="recheck-problems">
        <StateMark tone="danger">{t('problems.heading', { count: problems.length })}</StateMark>
      </h2>
      <ul className="plain-list">
        {problems.map((problem, index) => (
          <li key={index}>
            <ProblemPlace problem={problem} />
            <span>{text(scoreFileProblemTexts[problem.code]).replace('{text}', problem.text)}</span>
          </li>
        ))}
      </ul>
      {problems.length >= listed ? <p className="muted">{t('problems.more', { count: listed })}</p> : null}
      <p className="muted">{t('problems.hint')}</p>
    </section>
  );
}

function ProblemPlace({ problem: { row, column } }: { problem: ScoreFileProblem }) {
  const { t } = useTranslation('recheck');
  if (column !== null) return <span className="problem-place">{cellReference(row, column)}</span>;
  return row === null ? null : <span className="problem-place">{t('problems.row', { row })}</span>;
}
