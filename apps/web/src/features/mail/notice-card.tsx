import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { MessageBody } from './message-body.js';
import type { PersonalNotice } from './queries.js';

export function NoticeCard({ notice, onRead }: { notice: PersonalNotice; onRead: () => void }) {
  const { t } = useTranslation('mail');
  const locale = useLocale();
  const { subject, body } = notice.texts[locale];
  const isUnread = notice.readAt === null;
  return (
    <li className={isUnread ? 'card notice-card notice-unread' : 'card notice-card'}>
      <h3>{subject}</h3>
      <p className="notice-line">
        <StateMark tone={isUnread ? 'attention' : 'idle'}>{t(isUnread ? 'unread' : 'read')}</StateMark>
        <Moment at={notice.recordedAt} />
      </p>
      <MessageBody body={body} locale={locale} />
      <p className="notice-acts">
        {notice.link === null ? null : (
          <Link to={notice.link} aria-label={t('openOf', { subject })} onClick={isUnread ? onRead : undefined}>
            {t('open')}
          </Link>
        )}
        {isUnread ? (
          <Button aria-label={t('markReadOf', { subject })} onClick={onRead}>
            {t('markRead')}
          </Button>
        ) : null}
      </p>
    </li>
  );
}
