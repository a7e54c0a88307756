import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useAct } from '../../ui/use-act.js';
import { publicEditionsQuery } from '../contest/public-editions.js';
import { RequireSession } from '../identity/require-session.js';
import { EntryActs } from './entry-acts.js';
import { EntryForm } from './entry-form.js';
import { EntryReceipt, type SubmissionReceipt } from './entry-receipt.js';
import { EntryStateMark } from './entry-state-mark.js';
import { entryQuery, type EntryAnswers, type OwnEntry } from './queries.js';
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
  return (
    <Page
      isDemo={query.data?.edition.isDemo}
      title={query.data?.title ?? t('entry')}
      width="reading"
      trail={<Link to="/entries">{t('myEntries')}</Link>}
    >
      <QueryView query={query}>{(entry) => <EntryBody entry={entry} />}</QueryView>
    </Page>
  );
}

function EntryBody({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('submission');
  const text = useText();
  const editions = useQuery(publicEditionsQuery);
  const edition = editions.data?.contests
    .flatMap((contest) => contest.editions)
    .find(({ slug }) => slug === entry.edition.slug);
  const isOpen = entry.isOpen && entry.state !== 'withdrawn';
  const [receipt, setReceipt] = useState<SubmissionReceipt | null>(null);
  const { run, isPending, error } = useAct(
    (body: EntryAnswers, key) =>
      answer(
        api.PUT('/api/v1/entries/{publicId}', {
          params: { path: { publicId: entry.publicId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['entry', 'my-entries'],
  );
  return (
    <>
      <p className="entry-card-line">
        <EntryStateMark state={entry.state} />
        <span>{text(entry.edition.name)}</span>
        {entry.number === null ? null : <span>{t('entryNumber', { number: entry.number })}</span>}
      </p>
      {receipt ? <EntryReceipt receipt={receipt} /> : null}
      {isOpen ? <EntryActs entry={entry} onReceipt={setReceipt} /> : null}
      {edition ? (
        <EntryForm
          edition={edition}
          initial={entry.form}
          isReadOnly={!isOpen}
          act={t(entry.state === 'submitted' ? 'saveVersion' : 'saveDraft')}
          isBusy={isPending}
          error={error}
          onSave={run}
        />
      ) : null}
    </>
  );
}
