import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { languageTags, isLocale } from '../../locales/index.js';
import { useText } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import { ReadTranslation } from '../submission/translation/read-translation.js';
import { AssignedEntry } from './assigned-entry.js';
import type { Assignment } from './assignments.js';
import { entryPaneId } from './divider/sheet-layout.js';
import { Deadline } from './deadline.js';
import { RecusalDialog } from './recusal-dialog.js';

/** The entry beside the sheet, in its own language, with the way out for a judge who has a conflict. */
export function EntryPane({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const [isRecusing, setRecusing] = useState(false);
  const { entry, edition, stage, unlockedUntil } = assignment;
  const lang = isLocale(entry.language) ? languageTags[entry.language] : undefined;
  return (
    <section id={entryPaneId} className="entry-pane" aria-label={t('entry')}>
      <p className="muted">
        {text(edition.name)} · {text(stage.name)}
      </p>
      <h2 lang={lang}>{t('sheetTitleOf', { position: assignment.position, title: entry.title })}</h2>
      {unlockedUntil === null ? null : (
        <p className="criterion-hint">
          {t('unlock.sheet')} <Moment at={unlockedUntil} />
        </p>
      )}
      <div className="entry-standing">
        <Deadline
          window={unlockedUntil === null ? assignment.window : { ...assignment.window, deadlineAt: unlockedUntil }}
        />
        {assignment.window.isOpen ? (
          <button type="button" className="quiet-button recuse-button" onClick={() => setRecusing(true)}>
            {t('recuse')}
          </button>
        ) : null}
      </div>
      <dl className="entry-facts">
        <div>
          <dt>{t('track')}</dt>
          <dd>{text(entry.track.name)}</dd>
        </div>
        {entry.fieldGroup ? (
          <div>
            <dt>{t('fieldGroup')}</dt>
            <dd>{text(entry.fieldGroup.name)}</dd>
          </div>
        ) : null}
        {entry.problem ? (
          <div>
            <dt>{t('problem')}</dt>
            <dd>{text(entry.problem.title)}</dd>
            <dd className="muted">{text(entry.problem.ownerLabel)}</dd>
          </div>
        ) : null}
      </dl>
      {entry.summary ? (
        <p lang={lang} className="entry-summary">
          {entry.summary}
        </p>
      ) : (
        <p className="muted">{t('noSummary')}</p>
      )}
      <ReadTranslation translation={entry.translation} />
      <AssignedEntry publicId={assignment.publicId} />
      <RecusalDialog
        publicId={assignment.publicId}
        title={t('sheetTitleOf', { position: assignment.position, title: entry.title })}
        submit={(reasonCode, intention) =>
          answer(
            api.POST('/api/v1/assignments/{publicId}/recusal', {
              params: { path: { publicId: assignment.publicId }, header: { 'Idempotency-Key': intention } },
              body: { reasonCode },
            }),
          )
        }
        isOpen={isRecusing}
        onClose={() => setRecusing(false)}
      />
    </section>
  );
}
