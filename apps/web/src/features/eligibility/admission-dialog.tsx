import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { QueryView } from '../../ui/query-view.js';
import { useAct } from '../../ui/use-act.js';
import { admissionQuery } from './queries.js';

/** Who would enter which stage, before they do. */
export function AdmissionDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const query = useQuery(admissionQuery(slug));
  const { run, isPending, error } = useAct(
    (_: 'admit', key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/eligibility/admission', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
        }),
      ),
    ['eligibility', 'stages'],
    onClose,
  );
  const count = query.data?.entries.filter(({ stage }) => stage !== null).length ?? 0;
  return (
    <ConfirmDialog
      isOpen
      title={t('admission.title')}
      act={t('admission.act', { count })}
      isDisabled={count === 0}
      isBusy={isPending}
      error={error}
      onConfirm={() => run('admit')}
      onClose={onClose}
    >
      <QueryView query={query}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p>{t('admission.none')}</p>
          ) : (
            <ul className="consequences">
              {entries.map(({ publicId, number, title, stage }) => (
                <li key={publicId}>
                  {t('bulk.entry', { number, title })}
                  <br />
                  <span className="muted">{stage ? text(stage) : t('admission.noStage')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </ConfirmDialog>
  );
}
