import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { type Organisation, renewed } from './queries.js';

/** What was merged into it, or what it was merged into, with the way back. */
export function MergedOrganisations({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const [asked, setAsked] = useState<Pick<Organisation, 'id' | 'name'> | null>(null);
  const { mergedInto, merged } = organisation;
  return (
    <>
      {mergedInto ? (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t('merge.gone')} <Link to={`/organiser/organisations/${mergedInto.id}`}>{text(mergedInto.name)}</Link>
            </>
          }
          action={<Button onClick={() => setAsked(organisation)}>{t('merge.undo')}</Button>}
        />
      ) : null}
      {merged.length > 0 ? (
        <section>
          <h2>{t('merge.merged')}</h2>
          <ul className="organisation-rows">
            {merged.map((one) => (
              <li key={one.id}>
                <div>
                  <Link to={`/organiser/organisations/${one.id}`}>{text(one.name)}</Link>
                  <div className="muted">{[...one.names, ...(one.code ? [one.code] : [])].join(t('listComma'))}</div>
                </div>
                <Button onClick={() => setAsked(one)} aria-label={t('merge.undoOf', { name: text(one.name) })}>
                  {t('merge.undo')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {asked ? <SeparateDialog organisation={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

interface SeparateDialogProps {
  organisation: Pick<Organisation, 'id' | 'name'>;
  onClose: () => void;
}

function SeparateDialog({ organisation: { id, name }, onClose }: SeparateDialogProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { run, isPending, error } = useAct(
    (of: string, key) =>
      answer(
        api.POST('/api/v1/organisations/{id}/separation', {
          params: { path: { id: of }, header: { 'Idempotency-Key': key } },
        }),
      ),
    renewed,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('merge.undoTitle', { name: text(name) })}
      act={t('merge.undo')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(id)}
      onClose={onClose}
    >
      <p>{t('merge.undoText')}</p>
    </ConfirmDialog>
  );
}
