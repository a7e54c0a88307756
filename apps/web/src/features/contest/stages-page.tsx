import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Page } from '../../ui/page.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { useMay } from '../identity/use-may.js';
import { editionsQuery, stagesQuery, type StageLine } from './queries.js';
import { WindowMark } from './window-mark.js';
import './contest.css';

export function Component() {
  const { t } = useTranslation('contest');
  return (
    <RequireSession title={t('stagesTitle')}>
      <Stages />
    </RequireSession>
  );
}

function Stages() {
  const { t } = useTranslation('contest');
  const text = useText();
  const { slug = '' } = useParams();
  const seesAvoidances = useMay(slug, 'avoidance.read');
  const records = useMay(slug, 'technical-opinion.record');
  const query = useQuery(stagesQuery(slug));
  const editions = useQuery(editionsQuery);
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('stagesTitle')}` : t('stagesTitle')}
      trail={<Link to="/organiser">{t('editionsTitle')}</Link>}
      actions={
        <>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/forms`}>
            {t('forms')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/deadline`}>
            {t('deadline')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/eligibility`}>
            {t('eligibility')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/duplicates`}>
            {t('duplicates')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/unrecognised-organisations`}>
            {t('unrecognised')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/judges`}>
            {t('judges')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/import`}>
            {t('import')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/due-diligence`}>
            {t('diligence')}
          </Link>
          {seesAvoidances ? (
            <Link className="quiet-button" to={`/organiser/editions/${slug}/avoidances`}>
              {t('avoidances')}
            </Link>
          ) : null}
          {records ? (
            <Link className="quiet-button" to={`/organiser/editions/${slug}/technical-opinions`}>
              {t('technicalOpinions')}
            </Link>
          ) : null}
          <Link className="quiet-button" to={`/organiser/editions/${slug}/organiser-recusals`}>
            {t('organiserRecusals')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/receiving-offices`}>
            {t('receivingOffices')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/award-lists`}>
            {t('awardLists')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/landing-intents`}>
            {t('landingIntents')}
          </Link>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/messages`}>
            {t('outbox')}
          </Link>
        </>
      }
    >
      <QueryView query={query}>{({ stages }) => <StagesTable stages={stages} slug={slug} />}</QueryView>
    </Page>
  );
}

function StagesTable({ stages, slug }: { stages: readonly StageLine[]; slug: string }) {
  const { t } = useTranslation('contest');
  const text = useText();
  const { count, percent } = useFormats();
  const assigns = useMay(slug, 'assignment.plan');
  const columns: Column<StageLine>[] = [
    {
      key: 'stage',
      header: t('column.stage'),
      cell: (stage) => text(stage.name),
      show: (stage) => (
        <span className="stage-links">
          <Link to={`/organiser/stages/${stage.id}`}>{text(stage.name)}</Link>
          <Link to={`/organiser/stages/${stage.id}/analysis`} aria-label={t('analysisOf', { stage: text(stage.name) })}>
            {t('analysis')}
          </Link>
          {assigns ? (
            <Link
              to={`/organiser/stages/${stage.id}/assignment`}
              aria-label={t('assignmentOf', { stage: text(stage.name) })}
            >
              {t('assignment')}
            </Link>
          ) : null}
        </span>
      ),
      isRowHeader: true,
    },
    { key: 'track', header: t('column.track'), cell: (stage) => text(stage.track.name) },
    {
      key: 'window',
      header: t('column.window'),
      cell: (stage) => (stage.window.isOpen ? t('window.open') : t('window.notOpen')),
      show: (stage) => <WindowMark window={stage.window} />,
    },
    {
      key: 'entries',
      header: t('column.entries'),
      isNumber: true,
      cell: (s) => s.entries,
      show: (s) => count(s.entries),
    },
    {
      key: 'submitted',
      header: t('column.submitted'),
      isNumber: true,
      cell: (s) => s.submitted,
      show: (s) => `${count(s.submitted)} / ${count(s.assignments)}`,
    },
    {
      key: 'progress',
      header: t('column.progress'),
      cell: (s) => percent(s.submitted, s.assignments),
      show: (s) => <ProgressBar label={text(s.name)} part={s.submitted} whole={s.assignments} />,
    },
  ];
  return (
    <DataTable
      caption={t('stagesTitle')}
      csv={`${slug}-stages`}
      columns={columns}
      rows={[...stages].sort((a, b) => a.position - b.position)}
      rowKey={(stage) => stage.id}
      empty={t('noStages')}
    />
  );
}
