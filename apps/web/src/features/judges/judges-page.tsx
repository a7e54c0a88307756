import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { SearchField } from '../../ui/search-field.js';
import { Shape } from '../../ui/shape.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { ContactDialog } from './contact/contact-dialog.js';
import { NameCell } from './contact/name-cell.js';
import { InvitationCell } from './invitation/invitation-cell.js';
import { InvitationDialog } from './invitation/invitation-dialog.js';
import { TakeBackDialog } from './invitation/take-back-dialog.js';
import { useInvitation, type Invitation } from './invitation/use-invitation.js';
import { JudgeDialog } from './pool/judge-dialog.js';
import { NewJudgeDialog } from './pool/new-judge-dialog.js';
import { PoolCell } from './pool/pool-cell.js';
import { usePoolText } from './pool/use-pool-text.js';
import { PlaceCell } from './place-cell.js';
import { judgesQuery, type ListedJudge } from './queries.js';
import { RosterActDialog, type RosterAct } from './roster-act-dialog.js';
import { RosterPanel } from './roster-panel.js';
import './judges.css';

export function Component() {
  const { t } = useTranslation('judges');
  return (
    <RequireSession title={t('title')}>
      <Judges />
    </RequireSession>
  );
}

function Judges() {
  const { t } = useTranslation('judges');
  const text = useText();
  const { slug = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery(judgesQuery(slug, q));
  const edition = editions.data?.editions.find((one) => one.slug === slug);
  const first = query.data?.pages[0];
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={editions.isPending}
      title={edition ? `${text(edition.name)} · ${t('title')}` : t('title')}
      lead={t('lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      actions={
        <>
          <Button onClick={() => setAdding(true)}>{t('pool.add')}</Button>
          <Link className="quiet-button" to={`/organiser/editions/${slug}/import`}>
            {t('import')}
          </Link>
        </>
      }
    >
      <RosterPanel slug={slug} />
      {isAdding ? <NewJudgeDialog slug={slug} onClose={() => setAdding(false)} /> : null}
      <SearchField
        className="judges-search"
        label={t('search')}
        defaultValue={q}
        maxLength={100}
        onSearch={(next) => setSearch(next === '' ? {} : { q: next }, { replace: true })}
      />
      {query.error && !first ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : first === undefined ? (
        <Shape lines={8} block />
      ) : (
        <>
          <JudgesTable
            slug={slug}
            judges={query.data?.pages.flatMap((page) => page.judges) ?? []}
            total={first.total}
            isSearch={q !== ''}
          />
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
    </Page>
  );
}

interface JudgesTableProps {
  slug: string;
  judges: readonly ListedJudge[];
  total: number;
  isSearch: boolean;
}

function JudgesTable({ slug, judges, total, isSearch }: JudgesTableProps) {
  const { t } = useTranslation('judges');
  const { count } = useFormats();
  const invitation = useInvitation(slug);
  const [asked, setAsked] = useState<{ judge: ListedJudge; act: RosterAct } | null>(null);
  const [edited, setEdited] = useState<ListedJudge | null>(null);
  const [moved, setMoved] = useState<ListedJudge | null>(null);
  const [uninvited, setUninvited] = useState<ListedJudge | null>(null);
  return (
    <>
      <DataTable
        caption={t('count', { count: total, number: count(total) })}
        columns={useColumns(slug, {
          ...{ invitation, asked: asked?.judge.id ?? null, edited: edited?.id ?? null, moved: moved?.id ?? null },
          uninvited: uninvited?.id ?? null,
          ...{ ask: (judge, act) => setAsked({ judge, act }), edit: setEdited, uninvite: setUninvited, move: setMoved },
        })}
        rows={judges}
        rowKey={({ id }) => id}
        empty={isSearch ? t('noneFound') : t('none')}
      />
      {invitation.judge ? <InvitationDialog invitation={invitation} judge={invitation.judge} /> : null}
      {edited ? <JudgeDialog slug={slug} judge={edited} onClose={() => setEdited(null)} /> : null}
      {moved ? <ContactDialog slug={slug} judge={moved} onClose={() => setMoved(null)} /> : null}
      {uninvited ? <TakeBackDialog slug={slug} judge={uninvited} onClose={() => setUninvited(null)} /> : null}
      {asked ? <RosterActDialog slug={slug} {...asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface Acts {
  invitation: Invitation;
  /** The judge whom a dialog is about. */
  asked: string | null;
  edited: string | null;
  moved: string | null;
  uninvited: string | null;
  ask: (judge: ListedJudge, act: RosterAct) => void;
  edit: (judge: ListedJudge) => void;
  uninvite: (judge: ListedJudge) => void;
  /** To another address. */
  move: (judge: ListedJudge) => void;
}

function useColumns(
  slug: string,
  { invitation, asked, edited, moved, uninvited, ...acts }: Acts,
): Column<ListedJudge>[] {
  const { t } = useTranslation('judges');
  const text = useText();
  const pool = usePoolText(slug);
  const employer = (judge: ListedJudge) => (judge.organisation ? text(judge.organisation) : (judge.employer ?? ''));
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ name }) => name ?? t('nameless'),
      show: (judge) => <NameCell judge={judge} isAsked={judge.id === moved} onChange={() => acts.move(judge)} />,
      isRowHeader: true,
    },
    {
      key: 'employer',
      header: t('employer'),
      cell: employer,
      show: (judge) => (
        <>
          {employer(judge) || <span className="muted">{t('noEmployer')}</span>}
          {judge.organisation && judge.employer !== text(judge.organisation) ? (
            <div className="muted">{t('typed', { employer: judge.employer ?? '' })}</div>
          ) : null}
          {judge.employer !== null && judge.organisation === null ? (
            <div className="muted">{t('unrecognised')}</div>
          ) : null}
          <div className="muted">
            {t('kindOf', { kind: judge.kind === null ? t('noKind') : t(`kind.${judge.kind}`) })}
          </div>
          {judge.earlierEmployers.length > 0 ? (
            <div className="muted">{t('pool.earlier', { employers: pool.earlier(judge) })}</div>
          ) : null}
        </>
      ),
    },
    {
      key: 'pool',
      header: t('pool.label'),
      cell: pool.groups,
      show: (judge) => (
        <PoolCell slug={slug} judge={judge} isAsked={judge.id === edited} onEdit={() => acts.edit(judge)} />
      ),
    },
    {
      key: 'invitation',
      header: t('invitationLabel'),
      cell: ({ invitation: { state } }) => t(`invitationState.${state}`),
      show: (judge) => (
        <InvitationCell
          judge={judge}
          invitation={invitation}
          isAsked={judge.id === uninvited}
          onTakeBack={acts.uninvite}
        />
      ),
    },
    {
      key: 'place',
      header: t('placeLabel'),
      cell: ({ place }) => t(`place.${place}`),
      show: (judge) => <PlaceCell judge={judge} isAsked={judge.id === asked} onAsk={(act) => acts.ask(judge, act)} />,
    },
  ];
}
