import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { RequireSession } from '../../identity/require-session.js';
import { OpinionForm } from './opinion-form.js';
import { OwnerCompetitorsSection } from './owner-competitors.js';
import { technicalOpinionsQuery, type TechnicalOpinion } from './queries.js';
import '../unlock/unlock.css';

const tones: Record<TechnicalOpinion['level'], Tone> = {
  meets: 'done',
  'meets-in-part': 'going',
  'does-not-meet': 'danger',
};

export function Component() {
  const { t } = useTranslation('recusal');
  const { slug = '' } = useParams();
  return (
    <RequireSession title={t('opinion.title')}>
      <Opinions key={slug} slug={slug} />
    </RequireSession>
  );
}

/** What owners of problems say of the entries that answer them: a record, no part of any score. */
function Opinions({ slug }: { slug: string }) {
  const { t } = useTranslation('recusal');
  const text = useText();
  const query = useQuery(technicalOpinionsQuery(slug));
  const edition = query.data?.edition;
  const columns = useColumns();
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={query.isPending}
      title={t('opinion.title')}
      lead={t('opinion.lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
    >
      <QueryView query={query}>
        {({ entries, missing, opinions }) => (
          <>
            {entries === 0 ? <p className="card">{t('opinion.noEntries')}</p> : <OpinionForm slug={slug} />}
            <DataTable
              caption={t('opinion.all')}
              csv="technical-opinions"
              columns={columns}
              rows={opinions}
              rowKey={({ id }) => id}
              pageSize={20}
              empty={t('opinion.none')}
              lead={entries > 0 ? <p>{t('opinion.missing', { entries, missing })}</p> : null}
            />
            <OwnerCompetitorsSection slug={slug} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function useColumns(): Column<TechnicalOpinion>[] {
  const { t } = useTranslation('recusal');
  const text = useText();
  const levelOf = ({ level, isReplaced }: TechnicalOpinion) =>
    isReplaced ? t('opinion.replaced', { level: t(`opinion.levels.${level}`) }) : t(`opinion.levels.${level}`);
  return [
    {
      ...{ key: 'entry', header: t('organisers.entry'), isRowHeader: true },
      cell: ({ entryNumber, entryTitle }) => `${entryNumber} · ${entryTitle}`,
      show: ({ entryNumber, entryTitle, problem }) => (
        <>
          {entryNumber} · {entryTitle}
          <div className="muted unlock-judge">{text(problem)}</div>
        </>
      ),
    },
    { key: 'problem', header: t('opinion.problem'), cell: ({ problem }) => text(problem), isCsvOnly: true },
    {
      ...{ key: 'level', header: t('opinion.level'), cell: levelOf },
      show: (line) => (
        <>
          <StateMark tone={line.isReplaced ? 'idle' : tones[line.level]}>{levelOf(line)}</StateMark>
          <div>{line.opinion}</div>
        </>
      ),
    },
    { key: 'opinion', header: t('opinion.opinion'), cell: ({ opinion }) => opinion ?? '', isCsvOnly: true },
    {
      ...{
        key: 'signed',
        header: t('opinion.signedBy'),
        cell: ({ signedBy, givenOn }) => `${signedBy ?? ''} ${givenOn}`.trim(),
      },
      show: ({ signedBy, givenOn, evidence, recordedBy, recordedAt }) => (
        <>
          {signedBy} <span className="nowrap">{givenOn}</span>
          <div className="muted">{evidence}</div>
          <div className="muted">
            {t('opinion.recordedBy')} {recordedBy ?? t('nameless')} <Moment at={recordedAt} />
          </div>
        </>
      ),
    },
    { key: 'evidence', header: t('opinion.evidence'), cell: ({ evidence }) => evidence ?? '', isCsvOnly: true },
    {
      ...{ key: 'recorded', header: t('opinion.recordedBy') },
      cell: ({ recordedBy, recordedAt }) => `${recordedBy ?? ''} ${recordedAt}`.trim(),
      isCsvOnly: true,
    },
  ];
}
