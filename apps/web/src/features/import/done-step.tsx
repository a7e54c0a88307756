import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenImport } from './queries.js';

export function DoneStep({ slug, opened }: { slug: string; opened: OpenImport }) {
  const { t } = useTranslation('import');
  const { counts, fileName, kind } = opened;
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('done', { file: fileName })}
        description={t('doneCounts', {
          added: counts?.new ?? 0,
          changed: counts?.changed ?? 0,
          unchanged: counts?.unchanged ?? 0,
        })}
      />
      <div className="import-acts">
        {kind === 'entries' ? (
          <Link className="quiet-button" to={`/organiser/editions/${slug}/eligibility`}>
            {t('toEligibility')}
          </Link>
        ) : null}
        {kind === 'judges' ? (
          <Link className="quiet-button" to={`/organiser/editions/${slug}/judges`}>
            {t('toJudges')}
          </Link>
        ) : null}
        {kind === 'organisations' ? (
          <Link className="quiet-button" to="/organiser/organisations">
            {t('toOrganisations')}
          </Link>
        ) : null}
        <Link className="quiet-button" to={`/organiser/editions/${slug}/import`}>
          {t('anotherFile')}
        </Link>
      </div>
    </>
  );
}
