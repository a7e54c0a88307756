import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { StateMark } from '../../ui/state-mark.js';
import type { PublicEdition } from '../contest/public-editions.js';
import { DraftConflictBox } from './draft/draft-conflict.js';
import { DraftState } from './draft/draft-state.js';
import { draftStart, storedDraft } from './draft/kept-draft.js';
import { EntryActs, type EntryAct } from './entry-acts.js';
import { EntryForm } from './entry-form.js';
import { EntryReceipt, StandingReceipt, type SubmissionReceipt } from './entry-receipt.js';
import { emptyFields } from './entry-fields.js';
import { EntryFiles } from './file/entry-files.js';
import { entryFilesQuery, fileCounts } from './file/queries.js';
import { definitionOf } from './form/form-queries.js';
import { NewerFormNote } from './form/newer-form-note.js';
import { useEntryDefinition } from './form/use-definition.js';
import { EntrySection } from './page/entry-section.js';
import type { OwnEntry } from './queries.js';
import { useEntryEdits } from './use-entry-edits.js';
import { useEntrySaving } from './use-entry-saving.js';

/** An entry that may still be changed. What is submitted is what stands on the page: it is saved first. */
export function OpenEntry({ entry, edition }: { entry: OwnEntry; edition: PublicEdition }) {
  const { t } = useTranslation('submission');
  const { time } = useFormats();
  const isDraft = entry.state === 'draft';
  const [start] = useState(() => draftStart(entry));
  const edits = useEntryEdits(edition, entry.form, isDraft ? start.fields : undefined);
  const { definition, isAdopting, adopt } = useEntryDefinition(entry, edits.form);
  const files = useQuery(entryFilesQuery(entry.publicId));
  const [receipt, setReceipt] = useState<SubmissionReceipt | null>(null);
  const [submitted, setSubmitted] = useState<SubmissionReceipt | null>(null);
  const [asked, setAsked] = useState<EntryAct | null>(null);
  const submitsNext = useRef(false);
  const { save, draft, savedAt, isPending, error } = useEntrySaving(
    entry,
    edits,
    { isDraft, start },
    (revised, isWhole) => {
      if (revised?.receipt) setReceipt(revised.receipt);
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
        <NewerFormNote asked={entry.asked} isAdopting={isAdopting} onAdopt={adopt} />
        <DraftConflictBox edition={edition} definition={definition} mine={edits.draft} draft={draft} />
        <EntryForm
          edition={edition}
          definition={definition}
          {...(isDraft ? { keeping: <DraftState draft={draft} /> } : {})}
          files={fileCounts(files.data?.files ?? [])}
          edits={edits}
          act={t(isSubmitted ? 'saveVersion' : 'saveDraft')}
          note={
            isSubmitted ? (
              t('versionNote')
            ) : (
              <>
                {t('draftNote')} <a href="#receipts">{t('submit.goThere')}</a>
              </>
            )
          }
          saved={
            savedAt === null ? null : (
              <StateMark tone="done">
                {isSubmitted
                  ? t('savedVersion', { time: time(savedAt), version: receipt?.version ?? entry.version })
                  : t('saved', { time: time(savedAt) })}
              </StateMark>
            )
          }
          isBusy={isPending}
          error={error}
          onSave={() => void save(isAdopting)}
          onInvalid={() => {
            submitsNext.current = false;
          }}
        />
      </EntrySection>
      <EntrySection name="files">
        <EntryFiles entryId={entry.publicId} isReadOnly={false} mayFollow onReceipt={setReceipt} />
      </EntrySection>
      <Receipts entry={entry} receipt={receipt} takesFocus={receipt === submitted}>
        {!entry.isOpen ? null : entry.isLead ? (
          <EntryActs
            entry={entry}
            isDirty={edits.isDirty}
            isBusy={isPending}
            asked={asked}
            onAsk={ask}
            onReceipt={(given) => {
              setReceipt(given);
              setSubmitted(given);
            }}
            draft={draft}
          />
        ) : (
          <p className="muted">{t('submit.leadOnly')}</p>
        )}
      </Receipts>
    </>
  );
}

/** An entry that can only be looked at, as the server holds it. */
export function ClosedEntry({ entry, edition }: { entry: OwnEntry; edition: PublicEdition }) {
  const { t } = useTranslation('submission');
  const begun = entry.state === 'draft' ? { ...emptyFields(), ...storedDraft(entry).stored } : undefined;
  const edits = useEntryEdits(edition, entry.form, begun);
  const why = entry.state === 'withdrawn' ? 'withdrawn' : entry.mayEdit ? 'closed' : 'member';
  return (
    <>
      <EntrySection name="answers">
        <Alert type="info" showIcon title={t(`readOnly.${why}`)} className="read-only-note" />
        <EntryForm
          edition={edition}
          definition={definitionOf(entry.asked.definition)}
          edits={edits}
          isReadOnly
          act={t('saveDraft')}
          isBusy={false}
          error={null}
          onSave={() => undefined}
        />
      </EntrySection>
      <EntrySection name="files">
        <EntryFiles entryId={entry.publicId} isReadOnly mayFollow={entry.mayEdit} onReceipt={() => undefined} />
      </EntrySection>
      <Receipts entry={entry} />
    </>
  );
}

interface ReceiptsProps {
  entry: OwnEntry;
  /** Of what was submitted on this page just now. */
  receipt?: SubmissionReceipt | null;
  takesFocus?: boolean;
  children?: ReactNode;
}

/** Below the answers and files that it is of: whoever has come to the end of them submits here. */
function Receipts({ entry, receipt = null, takesFocus = false, children }: ReceiptsProps) {
  const { t } = useTranslation('entry');
  return (
    <EntrySection name="receipts">
      {receipt ? (
        <EntryReceipt entryId={entry.publicId} receipt={receipt} takesFocus={takesFocus} />
      ) : entry.version > 0 ? (
        <StandingReceipt entryId={entry.publicId} />
      ) : (
        <p className="muted">{t('noReceipt')}</p>
      )}
      {children}
    </EntrySection>
  );
}
