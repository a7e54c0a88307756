import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { useAct } from '../../ui/use-act.js';
import { publicEditionsQuery, type PublicEdition } from '../contest/public-editions.js';
import { RequireSession } from '../identity/require-session.js';
import { keptDraft } from './draft/kept-draft.js';
import { emptyFields } from './entry-fields.js';
import { EntryForm } from './entry-form.js';
import { LeaveGuard } from './leave-guard.js';
import { useNewDefinition } from './form/use-definition.js';
import type { EntryAnswers } from './queries.js';
import { useEntryEdits } from './use-entry-edits.js';
import './submission.css';

export function Component() {
  const { t } = useTranslation('submission');
  return (
    <RequireSession title={t('newEntry')}>
      <NewEntry />
    </RequireSession>
  );
}

function NewEntry() {
  const { t } = useTranslation('submission');
  const text = useText();
  const [search] = useSearchParams();
  const slug = search.get('edition');
  const query = useQuery(publicEditionsQuery);
  const edition = query.data?.contests.flatMap(({ editions }) => editions).find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      title={edition ? `${t('newEntry')} · ${text(edition.name)}` : t('newEntry')}
      width="reading"
      trail={<Link to="/entries">{t('myEntries')}</Link>}
      lead={t('newEntryLead')}
    >
      <QueryView query={query}>
        {() =>
          edition === undefined ? (
            <EmptyState text={t('noSuchEdition')}>
              <Link to="/entries">{t('myEntries')}</Link>
            </EmptyState>
          ) : edition.entryWindow.isOpen || edition.entryWindow.takesLate ? (
            <NewEntryForm edition={edition} />
          ) : (
            <EmptyState text={t('windowClosed')} />
          )
        }
      </QueryView>
    </Page>
  );
}

function NewEntryForm({ edition }: { edition: PublicEdition }) {
  const { t } = useTranslation('submission');
  const place = `new.${edition.slug}`;
  const [begun] = useState(() => keptDraft.read(place)?.value);
  const edits = useEntryEdits(edition, null, begun && { ...emptyFields(), ...begun });
  const { draft, isDirty } = edits;
  // Not begun on the server yet: a reload goes on with what this tab has.
  useEffect(() => {
    if (isDirty) keptDraft.hold(place, draft, 0);
    else keptDraft.forget(place);
  }, [draft, isDirty, place]);
  const definition = useNewDefinition(edition.slug, edits.form);
  const [created, setCreated] = useState<string | null>(null);
  const { run, isPending, error } = useAct(
    (body: EntryAnswers, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/entries', {
          params: { path: { slug: edition.slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['my-entries'],
    ({ publicId }) => {
      keptDraft.forget(place);
      setCreated(publicId);
    },
  );
  // The form goes first, and with it the question about leaving it; going back must not lead to an empty one.
  if (created !== null) return <Navigate to={`/entries/${created}`} replace />;
  return (
    <>
      <EntryForm
        edition={edition}
        definition={definition}
        edits={edits}
        act={t('saveDraft')}
        note={t('draftNote')}
        isBusy={isPending}
        error={error}
        onSave={() => run(edits.answers())}
      />
      <LeaveGuard />
    </>
  );
}
