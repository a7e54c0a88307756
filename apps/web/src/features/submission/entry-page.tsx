import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { publicEditionsQuery } from '../contest/public-editions.js';
import { RequireSession } from '../identity/require-session.js';
import { EntryStateMark } from './entry-state-mark.js';
import { LeaveGuard } from './leave-guard.js';
import { OwnEligibilityPanel, ownEligibilityQuery } from './own-eligibility.js';
import { ClosedEntry, OpenEntry } from './own-entry.js';
import { entryQuery, type OwnEntry } from './queries.js';
import { EntryProgress, timelineQuery, type Timeline } from './page/entry-progress.js';
import { EntrySection, SectionLinks } from './page/entry-section.js';
import { laterSections } from './page/later-sections.js';
import './page/entry-page.css';
import './submission.css';

export function Component() {
  const { t } = useTranslation('submission');
  const { publicId = '' } = useParams();
  return (
    <RequireSession title={t('entry')}>
      <Entry key={publicId} publicId={publicId} />
    </RequireSession>
  );
}

function Entry({ publicId }: { publicId: string }) {
  const { t } = useTranslation('submission');
  const query = useQuery(entryQuery(publicId));
  const timeline = useQuery(timelineQuery(publicId));
  return (
    <Page
      isDemo={query.data?.edition.isDemo}
      title={query.data?.title ?? t('entry')}
      width="reading"
      trail={<Link to="/entries">{t('myEntries')}</Link>}
    >
      <LeaveGuard />
      <QueryView query={query}>
        {(entry) => (
          // Asked for together and shown together: what stands above the form must not push it down.
          <QueryView query={timeline}>{(way) => <EntryBody entry={entry} timeline={way} />}</QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function EntryBody({ entry, timeline }: { entry: OwnEntry; timeline: Timeline }) {
  const { t } = useTranslation('submission');
  const text = useText();
  const editions = useQuery(publicEditionsQuery);
  const edition = editions.data?.contests
    .flatMap((contest) => contest.editions)
    .find(({ slug }) => slug === entry.edition.slug);
  const isSubmitted = entry.state === 'submitted';
  const eligibility = useQuery({ ...ownEligibilityQuery(entry.publicId), enabled: isSubmitted });
  // A correction that the office asked for is made on the same form, though the window may be shut.
  const isEditable = entry.isOpen || (isSubmitted && eligibility.data?.isCorrectable === true);
  const View = isEditable && entry.mayEdit && entry.state !== 'withdrawn' ? OpenEntry : ClosedEntry;
  return (
    <>
      <p className="entry-card-line">
        <EntryStateMark state={entry.state} />
        <span>{text(entry.edition.name)}</span>
        {entry.number === null ? null : <span>{t('entryNumber', { number: entry.number })}</span>}
      </p>
      <SectionLinks />
      <EntrySection name="progress">
        <EntryProgress timeline={timeline} />
        {isSubmitted ? <OwnEligibilityPanel publicId={entry.publicId} /> : null}
      </EntrySection>
      <QueryView query={editions}>{() => (edition ? <View entry={entry} edition={edition} /> : null)}</QueryView>
      {laterSections.map(({ key, View: Later }) => (
        <EntrySection key={key} name={key}>
          <Later entry={entry} />
        </EntrySection>
      ))}
    </>
  );
}
