import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { FaultState } from '../../ui/fault-state.js';
import { Shape } from '../../ui/shape.js';
import { useAct } from '../../ui/use-act.js';
import { OrganisationSelect } from './organisation-select.js';
import { namingsQuery, renewed } from './queries.js';
import { useNamingText } from './use-naming-text.js';

type Assignment = Schemas['AssignOrganisationDto'];

/** Says place by place which of two organisations of one name is meant. */
export function AssignDialog({ slug, name, onClose }: { slug: string; name: string; onClose: () => void }) {
  const { t } = useTranslation('organisations');
  const { t: common } = useTranslation();
  const id = useId();
  const namingText = useNamingText();
  const query = useQuery(namingsQuery(slug, name));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const { run, isPending, error } = useAct(assignOrganisation(slug), renewed, () => {
    setChosen([]);
    setOrganisationId(null);
    if (chosen.length === namings.length) onClose();
  });
  const namings = query.data?.namings ?? [];
  const isNowhere = query.data !== undefined && namings.length === 0;
  const places = namings
    .filter((naming) => chosen.includes(naming.id))
    .map(({ place, id: key }) => ({ place, id: key }));
  return (
    <ConfirmDialog
      isOpen
      title={t('assign.title', { name })}
      act={isNowhere ? common('close') : t('assign.act', { count: places.length })}
      isBusy={isPending}
      isDisabled={!isNowhere && (places.length === 0 || organisationId === null)}
      error={error}
      onConfirm={() => (isNowhere ? onClose() : run({ organisationId, places }))}
      onClose={onClose}
    >
      <p className="muted">{t(isNowhere ? 'assign.none' : 'assign.rule')}</p>
      {query.error ? <FaultState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Shape lines={4} /> : null}
      {namings.length > 0 ? (
        <fieldset className="assign-places">
          <legend>{t('assign.places')}</legend>
          <Checkbox
            checked={chosen.length === namings.length}
            indeterminate={chosen.length > 0 && chosen.length < namings.length}
            onChange={({ target }) => setChosen(target.checked ? namings.map((naming) => naming.id) : [])}
          >
            {t('assign.all', { count: namings.length })}
          </Checkbox>
          <Checkbox.Group
            value={[...chosen]}
            onChange={(next) => setChosen(next)}
            options={namings.map((naming) => ({ value: naming.id, label: namingText(naming) }))}
          />
        </fieldset>
      ) : null}
      {isNowhere ? null : (
        <div className="assign-organisation">
          <label htmlFor={id}>{t('organisation')}</label>
          <OrganisationSelect id={id} value={organisationId} onChange={setOrganisationId} />
        </div>
      )}
    </ConfirmDialog>
  );
}

export const assignOrganisation = (slug: string) => (body: Assignment, key: string) =>
  answer(
    api.POST('/api/v1/editions/{slug}/unrecognised-organisations/assignments', {
      params: { path: { slug }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
