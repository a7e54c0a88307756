import { useQuery } from '@tanstack/react-query';
import { Alert, Form } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { QueryView } from '../../ui/query-view.js';
import { useAct } from '../../ui/use-act.js';
import { OrganisationSelect } from './organisation-select.js';
import { mergePreviewQuery, type Organisation, renewed } from './queries.js';

interface MergeDialogProps {
  organisation: Organisation;
  onClose: () => void;
  /** @param into id of the one that stays */
  onDone: (into: string) => void;
}

/** Makes an organisation part of another one, after showing what that does. */
export function MergeDialog({ organisation, onClose, onDone }: MergeDialogProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const field = useId();
  const [into, setInto] = useState<string | null>(null);
  const preview = useQuery({ ...mergePreviewQuery(organisation.id, into ?? ''), enabled: into !== null });
  const { run, isPending, error, reset } = useAct(
    (body: Schemas['MergeOrganisationDto'], key) =>
      answer(
        api.POST('/api/v1/organisations/{id}/merge', {
          params: { path: { id: organisation.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    renewed,
    (_, body) => onDone(body.into),
  );
  const confirm = () => {
    if (into === null || !preview.data) return;
    run({ into, version: preview.data.version, intoVersion: preview.data.intoVersion });
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('merge.title', { name: text(organisation.name) })}
      act={t('merge.act')}
      isDisabled={into === null || !preview.data}
      isBusy={isPending}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className="muted">{t('merge.rule')}</p>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t('merge.into')} htmlFor={field}>
          <OrganisationSelect
            id={field}
            value={into}
            without={organisation.id}
            onChange={(next) => {
              setInto(next);
              reset();
            }}
          />
        </Form.Item>
      </Form>
      {into === null ? null : (
        <QueryView query={preview}>{(consequences) => <Consequences consequences={consequences} />}</QueryView>
      )}
    </ConfirmDialog>
  );
}

function Consequences({ consequences }: { consequences: Schemas['MergeConsequencesDto'] }) {
  const { t } = useTranslation('organisations');
  const { count } = useFormats();
  const { names, branches, use, recognised, warnings } = consequences;
  return (
    <div aria-live="polite">
      {warnings.map((warning) => (
        <Alert key={warning} type="warning" showIcon title={t(`merge.warning.${warning}`)} className="merge-warning" />
      ))}
      <h3>{t('merge.consequences')}</h3>
      <ul>
        <li>{t('merge.names', { names: names.join(t('listComma')) })}</li>
        <li>
          {t('merge.entries', { entries: count(use.nominated), people: count(use.people), judges: count(use.judges) })}
        </li>
        {branches > 0 ? <li>{t('merge.branches', { number: count(branches) })}</li> : null}
        {recognised > 0 ? <li>{t('merge.recognised', { number: count(recognised) })}</li> : null}
        <li>{t('merge.typed')}</li>
      </ul>
    </div>
  );
}
