import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { RequireSession } from '../../identity/require-session.js';
import { TextSize, TextSizeSwitch } from '../text-size.js';
import { InterestsForm } from './interests-form.js';
import { NamedLines } from './named-lines.js';
import { type InterestStatement, interestsQuery } from './queries.js';
import './interests.css';

export function Component() {
  const { t } = useTranslation('interests');
  const { slug = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <TextSize>
        <Interests key={slug} slug={slug} />
      </TextSize>
    </RequireSession>
  );
}

/** Whom a judge names as tied to them, where no list of teams is shown. */
function Interests({ slug }: { slug: string }) {
  const { t } = useTranslation(['interests', 'judging']);
  const text = useText();
  const query = useQuery(interestsQuery(slug));
  return (
    <Page
      isDemo={query.data?.edition.isDemo}
      isComing={query.isPending}
      title={t('title')}
      lead={query.data ? text(query.data.edition.name) : undefined}
      width="reading"
      trail={<Link to="/judging">{t('judging:queueTitle')}</Link>}
      actions={<TextSizeSwitch />}
    >
      <QueryView query={query}>
        {(statement) =>
          statement.isOpen ? (
            <>
              <p>
                {t('lead')} {t('canChange')}
              </p>
              <InterestsForm key={statement.number} slug={slug} statement={statement} />
            </>
          ) : (
            <ClosedRegister statement={statement} />
          )
        }
      </QueryView>
    </Page>
  );
}

/** Judging is over: what was named, to read only. */
function ClosedRegister({ statement: { recordedAt, interests } }: { statement: InterestStatement }) {
  const { t } = useTranslation('interests');
  return (
    <>
      <p>{t('leadClosed')}</p>
      <p role="status">{t('closed')}</p>
      <p>
        {recordedAt ? (
          <>
            <StateMark tone="done">{t('saved')}</StateMark> <Moment at={recordedAt} />
          </>
        ) : (
          <StateMark tone="idle">{t('notYet')}</StateMark>
        )}
      </p>
      <NamedLines interests={interests} />
    </>
  );
}
