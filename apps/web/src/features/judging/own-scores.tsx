import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { parseDecimal } from '#domain/decimal/parse-decimal';
import type { AssignmentList, QueueLine } from './assignments.js';

interface OwnScoresProps {
  list: AssignmentList | undefined;
  publicId: string;
  /** Of the sheet on the page, while it is being scored; decimal string. */
  total: string;
  isComplete: boolean;
}

type Given = Pick<QueueLine, 'publicId' | 'position' | 'title'> & { total: string };

/** What the judge has submitted in the stage, highest first, with this entry at its place once all of it is scored. */
function ownTotals({ list, publicId, total, isComplete }: OwnScoresProps): Given[] {
  const stage = list?.stages.find(({ assignments }) => assignments.some((line) => line.publicId === publicId));
  const given = (stage?.assignments ?? []).flatMap((line): Given[] => {
    if (line.publicId === publicId) return isComplete ? [{ ...line, total }] : [];
    return line.state === 'submitted' && line.total !== null ? [{ ...line, total: line.total }] : [];
  });
  return given.sort((a, b) => parseDecimal(b.total).compareTo(parseDecimal(a.total)) || a.position - b.position);
}

/** What the judge gave before, so that like entries get like scores. Nobody else's scores are in it. */
export function OwnScores(props: OwnScoresProps) {
  const { t } = useTranslation('judging');
  const totals = ownTotals(props);
  return (
    <nav className="own-scores" aria-label={t('ownScores')}>
      <span className="muted">{t('ownScores')}</span>
      {totals.length === 0 && props.list ? <span className="muted own-scores-none">{t('ownScoresNone')}</span> : null}
      <ol className="plain-list">
        {totals.map(({ publicId, position, title, total }) => (
          <li key={publicId}>
            <Link
              to={`/judging/${publicId}`}
              className="own-score"
              aria-current={publicId === props.publicId ? 'page' : undefined}
              aria-label={t('ownScore', { position, title, total })}
              title={title}
            >
              <span className="own-score-position">{position}</span> {total}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
