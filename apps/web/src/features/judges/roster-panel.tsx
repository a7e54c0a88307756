import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { FaultState } from '../../ui/fault-state.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { Shape } from '../../ui/shape.js';
import { useFocusAfter } from '../../ui/use-focus-after.js';
import { useMay } from '../identity/use-may.js';
import { AccountMark } from './account-mark.js';
import { PendingAddresses } from './contact/pending-addresses.js';
import { rosterQuery, type JudgeRoster, type RosterChange } from './queries.js';
import { RosterActDialog } from './roster-act-dialog.js';
import { useRosterAct } from './use-roster-act.js';

/** The reader approves neither what they proposed nor their own place. */
const mayBeApproved = ({ isOwn, isOneself }: RosterChange) => !isOwn && !isOneself;

/** The roster of the edition: who approved it last, and what awaits a second person. */
export function RosterPanel({ slug }: { slug: string }) {
  const { t } = useTranslation('judges');
  const { count } = useFormats();
  const query = useQuery(rosterQuery(slug));
  const roster = query.data;
  // As it was read when the button was pressed: what comes meanwhile is not approved unread.
  const [approved, setApproved] = useState<JudgeRoster | null>(null);
  const [takenBack, setTakenBack] = useState<RosterChange | null>(null);
  const title = useFocusAfter<HTMLHeadingElement>(approved !== null || takenBack !== null);
  return (
    <section className="card roster" aria-label={t('roster.title')}>
      <h2 ref={title} tabIndex={-1}>
        {t('roster.title')}
      </h2>
      {query.error && !roster ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : roster === undefined ? (
        <Shape lines={3} />
      ) : (
        <>
          <p>
            {t('roster.count', { count: roster.judges, number: count(roster.judges) })}{' '}
            {roster.last ? (
              <span className="muted">
                {t('roster.last', { name: roster.last.approvedBy ?? t('roster.goneAccount') })}{' '}
                <Moment at={roster.last.approvedAt} />
              </span>
            ) : null}
          </p>
          <p className="muted">{t('roster.rule')}</p>
          {roster.changes.length > 0 ? (
            <AwaitingChanges
              slug={slug}
              roster={roster}
              onApprove={() => setApproved(roster)}
              onTakeBack={setTakenBack}
            />
          ) : null}
          <PendingAddresses slug={slug} addresses={roster.addresses} />
        </>
      )}
      {approved ? <ApprovalDialog slug={slug} roster={approved} onClose={() => setApproved(null)} /> : null}
      {takenBack ? (
        <RosterActDialog slug={slug} judge={takenBack} act="takeBack" onClose={() => setTakenBack(null)} />
      ) : null}
    </section>
  );
}

interface AwaitingChangesProps {
  slug: string;
  roster: JudgeRoster;
  onApprove: () => void;
  onTakeBack: (change: RosterChange) => void;
}

function AwaitingChanges({ slug, roster, onApprove, onTakeBack }: AwaitingChangesProps) {
  const { t } = useTranslation('judges');
  const { count } = useFormats();
  const mayApprove = useMay(slug, 'judge-roster.approve');
  const others = roster.changes.filter(mayBeApproved);
  const number = roster.changes.length;
  return (
    <>
      <DataTable
        caption={t('roster.waiting', { count: number, number: count(number) })}
        columns={useColumns(onTakeBack)}
        rows={roster.changes}
        rowKey={({ id }) => id}
        pageSize={20}
        empty=""
      />
      {others.length === 0 ? (
        <p>{t(roster.otherApprovers === 0 ? 'roster.nobodyElse' : 'roster.ownOnly')}</p>
      ) : mayApprove ? (
        <>
          <p className="roster-hash">
            {t('roster.hash')} <Hash value={roster.hash} />
          </p>
          <Button type="primary" onClick={onApprove}>
            {t('roster.approve')}
          </Button>
        </>
      ) : (
        <p>{t(roster.otherApprovers === 0 ? 'roster.nobody' : 'roster.mayNot')}</p>
      )}
    </>
  );
}

function useColumns(takeBack: (change: RosterChange) => void): Column<RosterChange>[] {
  const { t } = useTranslation('judges');
  const text = useText();
  const proposer = ({ proposedBy, isOwn }: RosterChange) =>
    `${proposedBy ?? t('roster.goneAccount')}${isOwn ? t('roster.own') : ''}`;
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ name }) => name ?? t('nameless'),
      show: ({ name, email, account, kind, isOneself }) => (
        <>
          {name ?? t('nameless')}
          {isOneself ? t('roster.own') : null}
          <div className="judge-second">{email}</div>
          <AccountMark account={account} />
          <div className="judge-second">{t('kindOf', { kind: kind === null ? t('noKind') : t(`kind.${kind}`) })}</div>
        </>
      ),
      isRowHeader: true,
    },
    {
      key: 'change',
      header: t('roster.changeLabel'),
      cell: ({ change }) => t(`roster.change.${change}`),
      show: ({ change, reason }) => (
        <>
          {t(`roster.change.${change}`)}
          {reason === null ? null : <div className="judge-second">{t('declinedBecause', { reason })}</div>}
        </>
      ),
    },
    {
      key: 'employer',
      header: t('employer'),
      cell: ({ organisation, employer }) => (organisation ? text(organisation) : (employer ?? t('noEmployer'))),
    },
    {
      key: 'proposed',
      header: t('roster.proposedBy'),
      cell: proposer,
      show: (change) => (
        <>
          {proposer(change)}
          <div className="muted">
            <Moment at={change.proposedAt} />
          </div>
        </>
      ),
    },
    {
      key: 'acts',
      header: t('acts'),
      cell: () => '',
      isScreenOnly: true,
      show: (change) => (
        <Button
          size="small"
          onClick={() => takeBack(change)}
          aria-label={t('actOf', { act: t('roster.takeBack'), name: change.name ?? t('nameless') })}
        >
          {t('roster.takeBack')}
        </Button>
      ),
    },
  ];
}

interface ApprovalDialogProps {
  slug: string;
  roster: JudgeRoster;
  onClose: () => void;
}

function ApprovalDialog({ slug, roster, onClose }: ApprovalDialogProps) {
  const { t } = useTranslation('judges');
  const others = roster.changes.filter(mayBeApproved);
  const added = others.filter(({ change }) => change === 'addition').length;
  const { run, isPending, error } = useRosterAct(
    (hash: string, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/judge-roster/approvals', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body: { hash },
        }),
      ),
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('roster.approve')}
      act={t('roster.approve')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(roster.hash)}
      onClose={onClose}
    >
      <p>{t('roster.approveText', { added, removed: others.length - added })}</p>
      {others.length < roster.changes.length ? <p>{t('roster.ownStay')}</p> : null}
    </ConfirmDialog>
  );
}
