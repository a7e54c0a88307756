import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { RequireSession } from '../../identity/require-session.js';
import { CaseEditor } from './case-editor.js';
import { ProposedRefusal } from './proposed-refusal.js';
import { type DueDiligence, type DueDiligenceCase, dueDiligenceQuery } from './queries.js';
import '../eligibility.css';

export function Component() {
  const { t } = useTranslation('eligibility');
  return (
    <RequireSession title={t('diligence.title')}>
      <CaseView />
    </RequireSession>
  );
}

function CaseView() {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { slug = '', id = '' } = useParams();
  const query = useQuery({ ...dueDiligenceQuery(slug), staleTime: Infinity });
  const found = query.data?.cases.find((one) => one.id === id);
  return (
    <Page
      isComing={query.isPending}
      title={found ? t('bulk.entry', { ...found.entry }) : t('diligence.title')}
      lead={found ? [t('diligence.title'), text(found.stage)].join(' · ') : null}
      trail={<Link to={`/organiser/editions/${slug}/due-diligence`}>{t('diligence.title')}</Link>}
      actions={
        found ? (
          <Link
            className="quiet-button"
            to={`/organiser/editions/${slug}/eligibility/${found.entry.publicId}?state=passed`}
          >
            {t('diligence.toEntry')}
          </Link>
        ) : null
      }
    >
      <QueryView query={query}>
        {({ checklist, otherApprovers }) =>
          found === undefined ? (
            <EmptyState text={t('diligence.unknown')} />
          ) : found.state === 'open' ? (
            <CaseEditor key={found.version} slug={slug} found={found} checklist={checklist} />
          ) : (
            <>
              {found.state === 'refusal-proposed' && found.refusal ? (
                <ProposedRefusal slug={slug} found={found} refusal={found.refusal} otherApprovers={otherApprovers} />
              ) : null}
              <SettledCase found={found} checklist={checklist} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

/** What was found, where it cannot be changed: the case is decided, or a refusal is proposed. */
function SettledCase({ found, checklist }: { found: DueDiligenceCase; checklist: DueDiligence['checklist'] }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const points = found.checklist ?? checklist.map((point) => ({ ...point, isMet: found.met.includes(point.key) }));
  return (
    <>
      {found.decidedAt ? (
        <p>
          <strong>{t(`diligence.state.${found.state}`)}</strong> {found.decidedBy ?? t('goneAccount')} ·{' '}
          <Moment at={found.decidedAt} />
        </p>
      ) : null}
      {found.state === 'refused' && found.refusal ? (
        <p className="muted">
          {t('diligence.proposed', { name: found.refusal.proposedBy ?? t('goneAccount') })}{' '}
          <Moment at={found.refusal.proposedAt} />
        </p>
      ) : null}
      <ul>
        {points.map(({ key, label, isMet }) => (
          <li key={key}>
            {text(label)}{' '}
            <StateMark tone={isMet ? 'done' : 'attention'}>
              {t(isMet ? 'diligence.holds' : 'diligence.holdsNot')}
            </StateMark>
          </li>
        ))}
      </ul>
      <h2>{t('diligence.documents')}</h2>
      <ul>
        {found.documents.map(({ name, reference }) => (
          <li key={`${name} ${reference}`}>
            {name} <span className="muted">{reference}</span>
          </li>
        ))}
      </ul>
      {found.documents.length === 0 ? <p className="muted">{t('diligence.noDocuments')}</p> : null}
      <p className="diligence-note">{found.note}</p>
    </>
  );
}
