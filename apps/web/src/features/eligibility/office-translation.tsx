import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Moment } from '../../ui/moment.js';
import { useFocusAfter } from '../../ui/use-focus-after.js';
import { useMay } from '../identity/use-may.js';
import { ReadTranslation } from '../submission/translation/read-translation.js';
import { TranslationForm } from '../submission/translation/translation-form.js';
import { TranslationStateMark } from '../submission/translation/translation-mark.js';
import type { CheckedEntry } from './queries.js';

/** The entry in its other language, which the office may write for the team to confirm. */
export function OfficeTranslation({ slug, entry }: { slug: string; entry: CheckedEntry }) {
  const { t } = useTranslation('translation');
  const [isEditing, setEditing] = useState(false);
  const place = useFocusAfter<HTMLDivElement>(isEditing);
  const { translation, publicId, entryState } = entry;
  const { text, state, isBeingRead } = translation;
  const isOffice = useMay(slug, 'translation.write');
  const mayWrite = isOffice && entryState === 'submitted' && !isBeingRead;
  return (
    <section aria-labelledby="translation-title">
      <h2 id="translation-title">{t('heading')}</h2>
      {isEditing ? (
        <TranslationForm
          standing={translation}
          act={t('saveForTeam')}
          note={t('saveForTeamNote')}
          send={(body, key) =>
            answer(
              api.PUT('/api/v1/editions/{slug}/entries/{publicId}/translation', {
                params: {
                  path: { slug, publicId },
                  header: { 'Idempotency-Key': key },
                },
                body,
              }),
            )
          }
          renews={['eligibility']}
          onDone={() => setEditing(false)}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div ref={place} tabIndex={-1} role="group" aria-labelledby="translation-title">
          {text ? (
            <ReadTranslation translation={text} />
          ) : (
            <p>
              <TranslationStateMark state={state} />
            </p>
          )}
          {text ? (
            <p className="muted">
              {t('writtenAt', { number: text.number })} <Moment at={text.writtenAt} />
            </p>
          ) : null}
          {text?.confirmedAt ? (
            <p className="muted">
              {t('confirmedAt', { number: text.number, version: text.confirmedVersion ?? 0 })}{' '}
              <Moment at={text.confirmedAt} />
            </p>
          ) : null}
          {isOffice && entryState === 'submitted' && isBeingRead ? <p className="muted">{t('beingRead')}</p> : null}
          {mayWrite ? <Button onClick={() => setEditing(true)}>{t(text ? 'writeAnew' : 'write')}</Button> : null}
        </div>
      )}
    </section>
  );
}
