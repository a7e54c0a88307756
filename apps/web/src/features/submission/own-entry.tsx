import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { StateMark } from '../../ui/state-mark.js';
import { useAct } from '../../ui/use-act.js';
import type { PublicEdition } from '../contest/public-editions.js';
import { EntryActs, type EntryAct } from './entry-acts.js';
import { EntryForm } from './entry-form.js';
import { EntryReceipt, StandingReceipt, type SubmissionReceipt } from './entry-receipt.js';
import { EntryFiles } from './file/entry-files.js';
import { entryFilesQuery, fileCounts } from './file/queries.js';
import { definitionOf } from './form/form-queries.js';
import { NewerFormNote } from './form/newer-form-note.js';
import { useEntryDefinition } from './form/use-definition.js';
import { EntrySection } from './page/entry-section.js';
import type { EntryAnswers, OwnEntry } from './queries.js';
import { useEntryEdits } from './use-entry-edits.js';

/** An entry that may still be changed. What is submitted is what stands on the page: it is saved first. */
export function OpenEntry({ entry, edition }: { entry: OwnEntry; edition: PublicEdition }) {
  const { t } = useTranslation('submission');
  const { clock } = useFormats();
  const edits = useEntryEdits(edition, entry.form);
  const { definition, isAdopting, adopt } = useEntryDefinition(entry, edits.form);
  const files = useQuery(entryFilesQuery(entry.publicId));
  const [receipt, setReceipt] = useState<SubmissionReceipt | null>(null);
  const [asked, setAsked] = useState<EntryAct | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const submitsNext = useRef(false);
  const { run, isPending, error } = useAct(
    (body: EntryAnswers, key) =>
      answer(
        api.PUT('/api/v1/entries/{publicId}', {
          params: { path: { publicId: entry.publicId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['entry', 'my-entries', 'notices', 'entry-receipt'],
    (revised, { adoptsForm: _, ...answers }) => {
      if (revised.receipt) setReceipt(revised.receipt);
      const isWhole = edits.stored(answers);
      setSavedAt(new Date().toISOString());
      if (submitsNext.current && isWhole) setAsked('submit');
      submitsNext.current = false;
    },
  );
  const ask = (act: EntryAct | null) => {
    submitsNext.current = act === 'submit' && edits.isDirty;
    if (submitsNext.current) edits.form.submit();
    else setAsked(act);
  };
  const isSubmitted = entry.state === 'submitted';
  return (
    <>
      <EntrySection name="answers">
        {receipt ? <EntryReceipt receipt={receipt} /> : null}
        {entry.isOpen ? (
          <EntryActs
            entry={entry}
            isDirty={edits.isDirty}
            isBusy={isPending}
            asked={asked}
            onAsk={ask}
            onReceipt={setReceipt}
          />
        ) : null}
        <NewerFormNote asked={entry.asked} isAdopting={isAdopting} onAdopt={adopt} />
        <EntryForm
          edition={edition}
          definition={definition}
          files={fileCounts(files.data?.files ?? [])}
          edits={edits}
          act={t(isSubmitted ? 'saveVersion' : 'saveDraft')}
          note={t(isSubmitted ? 'versionNote' : 'draftNote')}
          saved={
            savedAt === null ? null : (
              <StateMark tone="done">
                {isSubmitted
                  ? t('savedVersion', { time: clock(savedAt), version: entry.version })
                  : t('saved', { time: clock(savedAt) })}
              </StateMark>
            )
          }
          isBusy={isPending}
          error={error}
          onSave={() => run({ ...edits.answers(), ...(isAdopting ? { adoptsForm: true } : {}) })}
          onInvalid={() => {
            submitsNext.current = false;
          }}
        />
      </EntrySection>
      <EntrySection name="files">
        <EntryFiles entryId={entry.publicId} isReadOnly={false} onReceipt={setReceipt} />
      </EntrySection>
      {receipt === null ? <Receipts entry={entry} /> : null}
    </>
  );
}

/** An entry that can only be looked at, as the server holds it. */
export function ClosedEntry({ entry, edition }: { entry: OwnEntry; edition: PublicEdition }) {
  const { t } = useTranslation('submission');
  const edits = useEntryEdits(edition, entry.form);
  return (
    <>
      <EntrySection name="answers">
        <EntryForm
          edition={edition}
          definition={definitionOf(entry.asked.definition)}
          edits={edits}
          isReadOnly
          act={t('saveDraft')}
          note={t('readOnly')}
          isBusy={false}
          error={null}
          onSave={() => undefined}
        />
      </EntrySection>
      <EntrySection name="files">
        <EntryFiles entryId={entry.publicId} isReadOnly onReceipt={() => undefined} />
      </EntrySection>
      <Receipts entry={entry} />
    </>
  );
}

function Receipts({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('entry');
  return (
    <EntrySection name="receipts">
      {entry.version > 0 ? <StandingReceipt entryId={entry.publicId} /> : <p className="muted">{t('noReceipt')}</p>}
    </EntrySection>
  );
}
