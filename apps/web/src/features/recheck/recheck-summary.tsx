import { useTranslation } from 'react-i18next';
import { cellReference } from '#domain/score-file/cell-reference';
import type { Recheck, RecheckedEntry } from '#domain/score-file/recheck';
import type { ScoreFile } from '#domain/score-file/score-file';
import { StateMark } from '../../ui/state-mark.js';
import { RecheckWarnings } from './recheck-warnings.js';

const listed = 20;

interface RecheckSummaryProps {
  file: ScoreFile;
  result: Recheck;
}

/** How many published figures agree, and which cells do not. */
export function RecheckSummary({ file, result }: RecheckSummaryProps) {
  const { t } = useTranslation('recheck');
  const { compared, differing } = result;
  return (
    <section className="recheck-summary" aria-labelledby="recheck-summary">
      <h2 id="recheck-summary" className="visually-hidden">
        {t('summary.heading')}
      </h2>
      <p className="recheck-verdict" role="status">
        {compared === 0 ? (
          <StateMark tone="idle">{t('summary.nothing')}</StateMark>
        ) : differing === 0 ? (
          <StateMark tone="done">{t('summary.agrees', { count: compared })}</StateMark>
        ) : (
          <StateMark tone="danger">
            {t('summary.differs', { count: compared, agreeing: compared - differing, differing })}
          </StateMark>
        )}
      </p>
      {differing * 2 > compared ? <p>{t('summary.mostDiffer')}</p> : null}
      {differing > 0 ? <DifferingCells file={file} result={result} /> : null}
      <RecheckWarnings file={file} result={result} />
    </section>
  );
}

interface DifferingCell {
  readonly entry: RecheckedEntry;
  readonly kind: 'published-score' | 'published-rank';
  readonly published: string | null;
  readonly computed: string | null;
}

function differingCells({ entries }: Recheck): DifferingCell[] {
  return entries.flatMap((entry): DifferingCell[] => [
    ...(entry.scoreDiffers
      ? [
          {
            entry,
            kind: 'published-score' as const,
            published: entry.comparedScore,
            computed: entry.computedScore,
          },
        ]
      : []),
    ...(entry.rankDiffers
      ? [
          {
            entry,
            kind: 'published-rank' as const,
            published: entry.publishedRank,
            computed: entry.computedRank === null ? null : String(entry.computedRank),
          },
        ]
      : []),
  ]);
}

function DifferingCells({ file, result }: RecheckSummaryProps) {
  const { t } = useTranslation('recheck');
  const cells = differingCells(result);
  const columnOf = (kind: DifferingCell['kind']) => file.columns.find(({ role }) => role === kind)?.column ?? 1;
  return (
    <div className="data-table-frame" tabIndex={0} role="region" aria-label={t('summary.list')}>
      <table className="differing-cells">
        <caption className="visually-hidden">{t('summary.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('summary.cell')}</th>
            <th scope="col">{t('summary.entry')}</th>
            <th scope="col" className="number">
              {t('summary.published')}
            </th>
            <th scope="col" className="number">
              {t('summary.computed')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, listed).map(({ entry, kind, published, computed }) => (
            <tr key={`${entry.row} ${kind}`}>
              <td>
                <span className="differing-cell-name">{cellReference(entry.row, columnOf(kind))}</span>{' '}
                <span className="muted">{t(`columns.role.${kind}`)}</span>
              </td>
              <th scope="row">{entry.entry}</th>
              <td className="number">{published}</td>
              <td className="number">
                <strong>{computed ?? t('summary.none')}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > listed ? <p className="muted">{t('summary.more', { count: cells.length - listed })}</p> : null}
    </div>
  );
}
