import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StateMark } from '../../../ui/state-mark.js';
import { useMay } from '../../identity/use-may.js';
import { candidateCountsQuery } from './queries.js';
import './candidates.css';

/** Before judges are assigned: how many candidates of a conflict nobody has settled yet. */
export function OpenCandidates({ stageId, slug }: { stageId: string; slug: string }) {
  const { t } = useTranslation('candidates');
  const may = useMay(slug, 'conflict-candidate.review');
  const query = useQuery({ ...candidateCountsQuery(stageId), enabled: may });
  if (!may || query.data === undefined) return null;
  const { open } = query.data.counts;
  return (
    <p className="open-candidates">
      <StateMark tone={open > 0 ? 'attention' : 'done'}>
        {open > 0 ? t('openBefore', { count: open }) : t('noneOpen')}
      </StateMark>
      <Link to={`/organiser/stages/${stageId}/conflict-candidates`}>{t('look')}</Link>
    </p>
  );
}
