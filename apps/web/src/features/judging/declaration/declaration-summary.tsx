import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecusalReason } from '../recusal-reasons.js';
import type { OwnTeam } from './queries.js';

/** Teams of the judge's own employer that the judge has left unmarked. */
export const unmarkedOfOwnEmployer = (teams: readonly OwnTeam[], ties: ReadonlyMap<string, RecusalReason>) =>
  teams.filter(({ assignment, isOfOwnEmployer }) => isOfOwnEmployer && !ties.has(assignment));

interface DeclarationSummaryProps {
  teams: readonly OwnTeam[];
  /** Of teams on the list alone. */
  ties: ReadonlyMap<string, RecusalReason>;
  /** The judge means what is declared of teams of the own employer. */
  isMeant: boolean;
  onMean: (isMeant: boolean) => void;
}

/** What the judge is about to declare, team by team where it matters. */
export function DeclarationSummary({ teams, ties, isMeant, onMean }: DeclarationSummaryProps) {
  const { t } = useTranslation(['declaration', 'judging']);
  const marked = teams.filter(({ assignment }) => ties.has(assignment));
  const colleagues = unmarkedOfOwnEmployer(teams, ties);
  const free = teams.length - marked.length;
  return (
    <div className="declaration-summary">
      {marked.length > 0 ? (
        <>
          <p>{t('confirmTies', { count: marked.length })}</p>
          <ul>
            {marked.map(({ assignment, title }) => (
              <li key={assignment}>
                {title} · {t(`judging:recusal.reasons.${ties.get(assignment) ?? 'other'}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {free > 0 ? <p>{t(marked.length > 0 ? 'confirmOthers' : 'confirmNone', { count: free })}</p> : null}
      {colleagues.length > 0 ? (
        <>
          <p>{t('confirmEmployer', { count: colleagues.length })}</p>
          <ul>
            {colleagues.map(({ assignment, position, title }) => (
              <li key={assignment}>{t('numbered', { position, title })}</li>
            ))}
          </ul>
          <Checkbox checked={isMeant} onChange={(event) => onMean(event.target.checked)}>
            {t('meant', { count: colleagues.length })}
          </Checkbox>
        </>
      ) : null}
    </div>
  );
}
