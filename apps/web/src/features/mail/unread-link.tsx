import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unreadQuery } from './queries.js';
import './unread-link.css';

const most = 99;

/** The way to one's messages, and how many are unread; its place is kept, so that a count pushes nothing aside. */
export function UnreadLink() {
  const { t } = useTranslation('mail');
  const unread = useQuery(unreadQuery).data ?? 0;
  return (
    <Link to="/messages" className="unread-link" aria-label={t('messagesUnread', { count: unread })}>
      <BellOutlined aria-hidden="true" />
      {unread > 0 ? (
        <span className="unread-count" aria-hidden="true">
          {unread > most ? `${most}+` : unread}
        </span>
      ) : null}
    </Link>
  );
}
