import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import { focusIfLost, useFocusAfter } from '../../../ui/use-focus-after.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { OwnEntry } from '../queries.js';
import { ReadTranslation } from './read-translation.js';
import { TranslationForm } from './translation-form.js';
import { TranslationStateMark } from './translation-mark.js';
import { ownTranslationQuery } from './translation-queries.js';
import { useTranslationAct } from './use-translation-act.js';
import './translation.css';

type OwnTranslation = Schemas['OwnTranslationDto'];

/** What readers of the other language have of the entry: written and confirmed by the team. */
export function TranslationSection({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('translation');
  // Asked for anew with every version of the entry: an original that changes outdates its translation.
  const query = useQuery(ownTranslationQuery(entry.publicId));
  return (
    <>
      <p className="muted">{t('note')}</p>
      <QueryView query={query}>{(standing) => <Standing entryId={entry.publicId} standing={standing} />}</QueryView>
    </>
  );
}

function Standing({ entryId, standing }: { entryId: string; standing: OwnTranslation }) {
  const { t } = useTranslation('translation');
  const [isEditing, setEditing] = useState(false);
  const place = useFocusAfter<HTMLDivElement>(isEditing);
  const { state, text, mayEdit, isBeingRead } = standing;
  const mayWrite = mayEdit && !isBeingRead;
  // Once begun it stays: what comes meanwhile is told beside what was typed.
  if (isEditing) {
    return (
      <TranslationForm
        standing={standing}
        act={t('save')}
        note={t('saveNote')}
        send={(body, key) =>
          answer(
            api.PUT('/api/v1/entries/{publicId}/translation', {
              params: {
                path: { publicId: entryId },
                header: { 'Idempotency-Key': key },
              },
              body,
            }),
          )
        }
        renews={['entry-translation', 'judges-view']}
        onDone={() => setEditing(false)}
        onCancel={() => setEditing(false)}
      />
    );
  }
  return (
    <div ref={place} tabIndex={-1} role="group" aria-labelledby="translation-title">
      {text ? (
        <ReadTranslation translation={text} />
      ) : (
        <p>
          <TranslationStateMark state={state} />
        </p>
      )}
      <p>{t(`team.${state}`)}</p>
      {text?.confirmedAt ? (
        <p className="muted">
          {t('confirmedAt', { number: text.number, version: text.confirmedVersion ?? 0 })}{' '}
          <Moment at={text.confirmedAt} />
        </p>
      ) : null}
      {mayEdit && isBeingRead ? <p className="muted">{t('beingRead')}</p> : null}
      {mayEdit ? (
        <div className="translation-acts">
          {state === 'unconfirmed' || state === 'outdated' ? (
            <Confirm entryId={entryId} standing={standing} onDone={() => focusIfLost(place.current)} />
          ) : null}
          {mayWrite ? <Button onClick={() => setEditing(true)}>{t(text ? 'writeAnew' : 'write')}</Button> : null}
        </div>
      ) : null}
    </div>
  );
}

interface ConfirmProps {
  entryId: string;
  standing: OwnTranslation;
  onDone: () => void;
}

function Confirm({ entryId, standing, onDone }: ConfirmProps) {
  const { t } = useTranslation('translation');
  const { show } = useProblemMessage();
  const { run, isPending } = useTranslationAct(
    async (seen: number, key) => {
      try {
        await answer(
          api.POST('/api/v1/entries/{publicId}/translation/confirmation', {
            params: {
              path: { publicId: entryId },
              header: { 'Idempotency-Key': key },
            },
            body: { seen },
          }),
        );
      } catch (problem) {
        show(problem);
        throw problem;
      }
    },
    ['entry-translation'],
    onDone,
  );
  return (
    <Button type="primary" loading={isPending} onClick={() => run(standing.version)}>
      {t('confirm')}
    </Button>
  );
}
