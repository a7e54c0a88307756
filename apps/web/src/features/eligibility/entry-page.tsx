import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { focusIfLost } from '../../ui/use-focus-after.js';
import { editionsQuery } from '../contest/queries.js';
import { EntryDuplicates } from '../duplicates/entry-duplicates.js';
import { RequireSession } from '../identity/require-session.js';
import { LeaveGuard } from '../submission/leave-guard.js';
import { OfficeFiles } from '../viewer/office-files.js';
import { CheckPane } from './check-pane.js';
import { EntryAnswers } from './entry-answers.js';
import { OfficeTranslation } from './office-translation.js';
import { PastChecks } from './past-checks.js';
import { checkedEntryQuery, isEligibilityState, queueQuery, settingQuery } from './queries.js';
import { EligibilityMark } from './state-mark.js';
import './eligibility.css';

export function Component() {
  const { t } = useTranslation('eligibility');
  const { publicId = '' } = useParams();
  return (
    <RequireSession title={t('entry')}>
      <Entry key={publicId} publicId={publicId} />
    </RequireSession>
  );
}

function Entry({ publicId }: { publicId: string }) {
  const { t } = useTranslation('eligibility');
  const { slug = '' } = useParams();
  const query = useQuery(checkedEntryQuery(slug, publicId));
  const setting = useQuery(settingQuery(slug));
  const editions = useQuery(editionsQuery);
  const walk = useNeighbours(slug, publicId);
  const check = useRef<HTMLHeadingElement>(null);
  const entry = query.data;
  const title = entry ? t('bulk.entry', { number: entry.number, title: String(entry.answers['title']) }) : t('entry');
  return (
    <Page
      title={title}
      isDemo={editions.data?.editions.find((one) => one.slug === slug)?.isDemo}
      isComing={query.isPending || editions.isPending}
      trail={<Link to={walk.queue}>{t('title')}</Link>}
    >
      <LeaveGuard />
      <QueryView query={query}>
        {(one) => (
          <>
            <p className="check-bar">
              <EligibilityMark state={one.state} />
              <span>{t('version', { version: one.version })}</span>
              {one.isAdmitted ? <span className="muted">{t('admitted')}</span> : null}
            </p>
            <div className="check-layout">
              <div>
                <EntryAnswers entry={one} />
                <OfficeTranslation slug={slug} entry={one} />
                <OfficeFiles slug={slug} entry={publicId} />
                <EntryDuplicates slug={slug} entry={publicId} />
              </div>
              <div>
                <section aria-labelledby="check-title">
                  <h2 id="check-title" ref={check} tabIndex={-1}>
                    {t('check')}
                  </h2>
                  <QueryView query={setting}>
                    {(given) => (
                      <CheckPane
                        key={`${one.version}.${one.checks.length}`}
                        slug={slug}
                        entry={one}
                        setting={given.setting}
                        onNext={walk.next}
                        onPrevious={walk.previous}
                        // What was decided with is gone by then, its button with it.
                        onDecided={() => focusIfLost(check.current)}
                      />
                    )}
                  </QueryView>
                </section>
                <PastChecks checks={one.checks} />
              </div>
            </div>
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** The entries before and after this one in the queue that it was opened from; null at its ends. */
function useNeighbours(slug: string, publicId: string) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const given = search.get('state');
  const state = isEligibilityState(given) ? given : ('unchecked' as const);
  const queue = `/organiser/editions/${slug}/eligibility?state=${state}`;
  // Kept as it was when the page was opened: a decision takes the entry out of the queue, not out of the walk.
  const query = useInfiniteQuery({
    ...queueQuery(slug, { state, track: '', q: '', translation: '' }, 200),
    staleTime: Infinity,
  });
  const ids = query.data?.pages.flatMap((page) => page.entries.map((entry) => entry.publicId)) ?? [];
  const at = ids.indexOf(publicId);
  const to = (id: string | undefined) =>
    id === undefined ? null : () => void navigate(`/organiser/editions/${slug}/eligibility/${id}?state=${state}`);
  return { queue, next: to(ids[at + 1]), previous: at > 0 ? to(ids[at - 1]) : null };
}
