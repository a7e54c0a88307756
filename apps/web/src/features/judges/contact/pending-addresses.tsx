import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { useFocusAfter } from '../../../ui/use-focus-after.js';
import { useMay } from '../../identity/use-may.js';
import type { PendingAddress } from '../queries.js';
import { ContactActDialog, type ContactAct } from './contact-act-dialog.js';

/** The addresses of judges that await a second person. */
export function PendingAddresses({ slug, addresses }: { slug: string; addresses: readonly PendingAddress[] }) {
  const { t } = useTranslation('judges');
  const { count } = useFormats();
  const mayApprove = useMay(slug, 'judge-contact.approve');
  const [asked, setAsked] = useState<{ address: PendingAddress; act: ContactAct } | null>(null);
  const place = useFocusAfter<HTMLDivElement>(asked !== null);
  const number = addresses.length;
  const columns = useColumns(mayApprove, (address, act) => setAsked({ address, act }));
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={t('contact.pending')} className="pending-addresses">
      {number > 0 ? (
        <DataTable
          caption={t('contact.waiting', { count: number, number: count(number) })}
          columns={columns}
          rows={addresses}
          rowKey={({ id }) => id}
          pageSize={20}
          empty=""
        />
      ) : null}
      {asked ? <ContactActDialog slug={slug} {...asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}

function useColumns(
  mayApprove: boolean,
  ask: (address: PendingAddress, act: ContactAct) => void,
): Column<PendingAddress>[] {
  const { t } = useTranslation('judges');
  const proposer = ({ proposedBy, isOwn }: PendingAddress) =>
    `${proposedBy ?? t('roster.goneAccount')}${isOwn ? t('roster.own') : ''}`;
  const acts = ({ isOwn, isOneself }: PendingAddress): ContactAct[] =>
    mayApprove && !isOwn && !isOneself ? ['approve', 'takeBack'] : ['takeBack'];
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ name }) => name ?? t('nameless'),
      show: ({ name, email, isOneself }) => (
        <>
          {name ?? t('nameless')}
          {isOneself ? t('roster.own') : null}
          <div className="judge-second">{email}</div>
        </>
      ),
      isRowHeader: true,
    },
    {
      key: 'new',
      header: t('contact.newEmail'),
      cell: ({ newEmail }) => newEmail,
      show: ({ newEmail }) => <span className="judge-reason">{newEmail}</span>,
    },
    {
      key: 'proposed',
      header: t('roster.proposedBy'),
      cell: proposer,
      show: (address) => (
        <>
          {proposer(address)}
          <div className="muted">
            <Moment at={address.proposedAt} />
          </div>
        </>
      ),
    },
    {
      key: 'acts',
      header: t('acts'),
      cell: () => '',
      isScreenOnly: true,
      show: (address) => (
        <div className="judge-act">
          {acts(address).map((act) => (
            <Button
              key={act}
              size="small"
              onClick={() => ask(address, act)}
              aria-label={t('actOf', { act: t(`contact.${act}`), name: address.name ?? t('nameless') })}
            >
              {t(`contact.${act}`)}
            </Button>
          ))}
          {acts(address).length === 1 ? <span className="muted">{t('contact.secondPerson')}</span> : null}
        </div>
      ),
    },
  ];
}
