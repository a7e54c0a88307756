import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLocale, useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { MessagePreview } from './message-preview.js';
import { remindersQuery, templatesQuery } from './queries.js';
import { ReminderHours } from './reminder-hours.js';
import './mail.css';

export function Component() {
  const { t } = useTranslation('mail');
  return (
    <RequireSession title={t('templates')}>
      <Templates />
    </RequireSession>
  );
}

function Templates() {
  const { t } = useTranslation('mail');
  const text = useText();
  const locale = useLocale();
  const { slug = '' } = useParams();
  const query = useQuery(templatesQuery(slug));
  const reminders = useQuery(remindersQuery(slug));
  return (
    <Page
      isComing={query.isPending || reminders.isPending}
      title={t('templates')}
      lead={t('templatesLead')}
      trail={<Link to={`/organiser/editions/${slug}/messages`}>{t('outbox')}</Link>}
    >
      <ReminderHours slug={slug} />
      <QueryView query={query}>
        {({ templates }) =>
          templates.map(({ key, name, version, texts }) => (
            <section key={key} aria-labelledby={`template-${key}`}>
              <h2 id={`template-${key}`}>{text(name)}</h2>
              <p className="muted">{t('templateVersion', { version })}</p>
              <MessagePreview texts={texts} first={locale} link="/…" heading="h3" />
            </section>
          ))
        }
      </QueryView>
    </Page>
  );
}
