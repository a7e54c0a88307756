import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reminderPauseHours } from '#domain/contest/reminder-pause';
import { answer, api } from '../../../api/client.js';
import { languageTags, locales } from '../../../locales/index.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Shape } from '../../../ui/shape.js';
import { useAct } from '../../../ui/use-act.js';
import { MessageBody } from '../../mail/message-body.js';
import type { Wall } from './use-wall.js';

interface ReminderDialogProps {
  wall: Wall;
  judges: readonly Wall['judges'][number][];
  onClose: () => void;
}

const shownNames = 20;

/** To whom a reminder goes and what it says, before it goes. */
export function ReminderDialog({ wall, judges, onClose }: ReminderDialogProps) {
  const { t } = useTranslation('judging');
  const stageId = wall.stage.id;
  const preview = useQuery({
    queryKey: ['wall', stageId, 'reminder'],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/judge-reminder', { params: { path: { stageId } } })),
    staleTime: 0,
  });
  const { run, isPending, error } = useAct(
    (ids: string[], key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/judge-reminders', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body: { judges: ids },
        }),
      ),
    ['wall'],
    onClose,
  );
  const names = judges.slice(0, shownNames).map(({ name }) => name ?? t('wall.nameless'));
  return (
    <ConfirmDialog
      isOpen
      title={t('wall.reminder.title')}
      act={t('wall.reminder.act', { count: judges.length })}
      isDisabled={!preview.data}
      isBusy={isPending}
      error={error ?? preview.error}
      onConfirm={() => run(judges.map(({ id }) => id))}
      onClose={onClose}
    >
      <p>
        {names.join(t('wall.between'))}
        {judges.length > shownNames ? t('wall.reminder.andMore', { count: judges.length - shownNames }) : ''}
      </p>
      <p className="muted">{t('wall.reminder.text', { hours: reminderPauseHours })}</p>
      {preview.data ? (
        locales.map((locale) => (
          <article key={locale} className="card wall-reminder">
            <h3 lang={languageTags[locale]}>{preview.data.texts[locale].subject}</h3>
            <MessageBody body={preview.data.texts[locale].body} locale={locale} />
          </article>
        ))
      ) : preview.error ? null : (
        <Shape lines={6} block />
      )}
    </ConfirmDialog>
  );
}
