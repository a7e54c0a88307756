import { useTranslation } from 'react-i18next';
import { FindingList } from './finding-list.js';
import type { AssignmentPreview } from './queries.js';

/** Why there is no plan, and the least that would have to give way. */
export function InfeasiblePlan({ preview }: { preview: AssignmentPreview }) {
  const { t } = useTranslation('assignment');
  const { findings, findingCount, relaxations, relaxationCount } = preview;
  return (
    <>
      <h3>{t('infeasible.title')}</h3>
      <p>{t('infeasible.lead')}</p>
      <FindingList findings={findings} total={findingCount} />
      {relaxations.length > 0 ? (
        <>
          <h3>{t('infeasible.relax')}</h3>
          <p>{t('infeasible.relaxLead')}</p>
          <FindingList findings={relaxations} total={relaxationCount} />
        </>
      ) : null}
    </>
  );
}
