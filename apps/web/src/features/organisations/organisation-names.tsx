import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useAct } from '../../ui/use-act.js';
import { NameDialog } from './name-dialog.js';
import { type Organisation, renewed } from './queries.js';

type Name = Organisation['names'][number];

/** Every name by which it is recognised. */
export function OrganisationNames({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const [isAdding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Name | null>(null);
  return (
    <section>
      <h2>{t('names')}</h2>
      <ul className="organisation-rows">
        {organisation.names.map((name) => (
          <li key={name.id}>
            <div>
              {name.text}{' '}
              <span className="muted">{[t(`kind.${name.kind}`), t(`language.${name.language}`)].join(' · ')}</span>
            </div>
            {name.kind === 'canonical' ? null : (
              <Button onClick={() => setRemoved(name)} aria-label={t('removeNameOf', { name: name.text })}>
                {t('removeName')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {organisation.mergedInto === null ? <Button onClick={() => setAdding(true)}>{t('addName')}</Button> : null}
      {isAdding ? <NameDialog organisation={organisation} onClose={() => setAdding(false)} /> : null}
      {removed ? <RemoveDialog id={organisation.id} name={removed} onClose={() => setRemoved(null)} /> : null}
    </section>
  );
}

function RemoveDialog({ id, name, onClose }: { id: string; name: Name; onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const { run, isPending, error } = useAct(
    (nameId: string, key) =>
      answer(
        api.DELETE('/api/v1/organisations/{id}/names/{nameId}', {
          params: { path: { id, nameId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    renewed,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('removeTitle', { name: name.text })}
      act={t('removeName')}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(name.id)}
      onClose={onClose}
    >
      <p>{t('removeText')}</p>
    </ConfirmDialog>
  );
}
