import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Shape } from '../../ui/shape.js';
import { publicEditionsQuery } from '../contest/public-editions.js';
import { publicAwardListsQuery } from '../results/public-award-list.js';
import { EditionLine } from './edition-line.js';
import './home.css';

const doors = ['keyFigures', 'awardLists', 'judging', 'entries'] as const;
const targets: Record<(typeof doors)[number], string> = {
  keyFigures: '/key-figures',
  awardLists: '/award-lists',
  judging: '/judging',
  entries: '/entries',
};

export function Component() {
  const { t } = useTranslation('home');
  // What stands below the contests comes with them: it is pushed down by nothing.
  const { isPending } = useQuery(publicEditionsQuery);
  const lists = useQuery(publicAwardListsQuery);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <ul className="doors">
        {doors.map((door) => (
          <li key={door}>
            <Link to={targets[door]} className="door">
              <span className="door-name">{t(`door.${door}.name`)}</span>
              <span className="muted">{t(`door.${door}.text`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <section aria-labelledby="contests">
        <h2 id="contests">{t('contests')}</h2>
        <Contests />
      </section>
      {isPending || lists.isPending ? null : <Promises />}
    </Page>
  );
}

function Promises() {
  const { t } = useTranslation('home');
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{t('promises')}</h2>
      <ul className="promises">
        <li>{t('promise.exact')}</li>
        <li>{t('promise.recompute')}</li>
        <li>{t('promise.twoPersons')}</li>
      </ul>
      <Link to="/recheck">{t('recheck')}</Link>
    </section>
  );
}

function Contests() {
  const { t } = useTranslation('home');
  const text = useText();
  const query = useQuery(publicEditionsQuery);
  const lists = useQuery(publicAwardListsQuery);
  // Asked for together and shown together; without the lists the contests are still worth showing.
  if (lists.isPending) return <Shape lines={5} block />;
  const newest = (slug: string) =>
    lists.data?.lists.find(({ edition, supersededBy }) => edition.slug === slug && supersededBy === null)?.publicId;
  return (
    <QueryView query={query}>
      {({ contests }) =>
        contests.length === 0 ? (
          <p className="muted">{t('noContests')}</p>
        ) : (
          <div className="contest-list">
            {contests.map((contest) => (
              <article key={contest.key} className="card">
                <h3>{text(contest.name)}</h3>
                <ul className="plain-list">
                  {contest.editions.map((edition) => (
                    <EditionLine key={edition.slug} edition={edition} awardList={newest(edition.slug)} />
                  ))}
                </ul>
              </article>
            ))}
          </div>
        )
      }
    </QueryView>
  );
}
