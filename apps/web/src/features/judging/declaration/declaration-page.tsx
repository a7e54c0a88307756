import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { RequireSession } from '../../identity/require-session.js';
import { TextSize, TextSizeSwitch } from '../text-size.js';
import { DeclarationForm } from './declaration-form.js';
import { declarationQuery, type DeclarationDesk } from './queries.js';
import './declaration.css';

export function Component() {
  const { t } = useTranslation('declaration');
  const { slug = '', stageKey = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <TextSize>
        <Declaration key={`${slug}/${stageKey}`} slug={slug} stageKey={stageKey} />
      </TextSize>
    </RequireSession>
  );
}

/** What a judge of an open stage declares before any entry opens. */
function Declaration({ slug, stageKey }: { slug: string; stageKey: string }) {
  const { t } = useTranslation(['declaration', 'judging']);
  const text = useText();
  const query = useQuery(declarationQuery(slug, stageKey));
  const desk = query.data;
  return (
    <Page
      isDemo={desk?.edition.isDemo}
      isComing={query.isPending}
      title={t('title')}
      lead={desk ? `${text(desk.edition.name)} · ${text(desk.stage.name)}` : undefined}
      width="reading"
      trail={<Link to="/judging">{t('judging:queueTitle')}</Link>}
      actions={<TextSizeSwitch />}
    >
      <QueryView query={query}>
        {(shown) =>
          shown.teams.length > 0 ? (
            <DeclarationForm key={shown.declared} slug={slug} stageKey={stageKey} desk={shown} />
          ) : (
            <Declared desk={shown} />
          )
        }
      </QueryView>
    </Page>
  );
}

/** Nothing is left to declare. */
function Declared({ desk: { declared, declaredAt } }: { desk: DeclarationDesk }) {
  const { t } = useTranslation('declaration');
  return (
    <section className="card declaration-done" role="status">
      <h2>{t('done')}</h2>
      {declaredAt ? (
        <p>
          {t('doneText', { count: declared })} <Moment at={declaredAt} />
        </p>
      ) : (
        <p>{t('nothing')}</p>
      )}
      <p>{t('later')}</p>
      <p>
        <Link className="queue-next" to="/judging">
          {t('goOn')}
        </Link>
      </p>
    </section>
  );
}
