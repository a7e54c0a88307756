import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import { MessageStateMark } from './message-state-mark.js';
import type { ListedMessage } from './queries.js';
import { useFailureText } from './use-failure-text.js';

interface OutboxTableProps {
  slug: string;
  messages: readonly ListedMessage[];
  isFiltered: boolean;
}

export function OutboxTable({ slug, messages, isFiltered }: OutboxTableProps) {
  const { t } = useTranslation('mail');
  const text = useText();
  const failure = useFailureText();
  const columns: Column<ListedMessage>[] = [
    {
      key: 'subject',
      header: t('column.subject'),
      isRowHeader: true,
      cell: ({ subject }) => text(subject),
      show: ({ publicId, subject }) => (
        <Link to={`/organiser/editions/${slug}/messages/${publicId}`}>{text(subject)}</Link>
      ),
    },
    {
      key: 'recipient',
      header: t('column.recipient'),
      cell: ({ recipient, address }) => recipient ?? address,
      show: ({ recipient, address }) => (
        <>
          {recipient === null ? null : <div>{recipient}</div>}
          <div className="muted message-address">
            {address.split(/(?<=[@.])/).map((part, index) => (
              <Fragment key={index}>
                {part}
                <wbr />
              </Fragment>
            ))}
          </div>
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ state }) => t(`state.${state}`),
      show: ({ state, lastError }) => (
        <>
          <MessageStateMark state={state} />
          {lastError === null ? null : <div className="muted">{failure(lastError)}</div>}
        </>
      ),
    },
    {
      key: 'read',
      header: t('column.read'),
      cell: ({ readAt }) => t(readAt === null ? 'unread' : 'read'),
    },
    {
      key: 'recordedAt',
      header: t('column.written'),
      cell: ({ recordedAt }) => recordedAt,
      show: ({ recordedAt }) => <Moment at={recordedAt} />,
    },
  ];
  return (
    <DataTable
      caption={t('messages')}
      columns={columns}
      rows={messages}
      rowKey={({ publicId }) => publicId}
      empty={t(isFiltered ? 'noneFound' : 'noMessages')}
    />
  );
}
