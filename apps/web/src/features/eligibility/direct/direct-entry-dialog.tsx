import { useInfiniteQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { useSettled } from '../../organisations/use-settled.js';
import { queueQuery } from '../queries.js';

interface DirectEntryDialogProps {
  slug: string;
  stages: readonly Schemas['LaterStageDto'][];
  onClose: () => void;
}

type Fields = Schemas['NewDirectEntryDto'];

/** Who comes into which later stage, why, and what proves it. */
export function DirectEntryDialog({ slug, stages, onClose }: DirectEntryDialogProps) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const { run, isPending, error } = useAct(
    (body: Fields, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/direct-entries', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['direct-entries', 'eligibility', 'stages'],
    onClose,
  );
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <ConfirmDialog
      isOpen
      title={t('direct.add')}
      act={t('direct.act')}
      isBusy={isPending}
      error={error}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <p className="muted">{t('direct.rule')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={run}>
        <Form.Item name="entry" label={t('entry')} rules={needed(t('direct.missing.entry'))}>
          <EntrySelect slug={slug} />
        </Form.Item>
        <Form.Item name="stageId" label={t('direct.stage')} rules={needed(t('direct.missing.stage'))}>
          <Select
            placeholder={t('direct.choose')}
            options={stages.map(({ id, name, track }) => ({
              value: id,
              label: [text(name), text(track)].join(' · '),
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('direct.reason')} rules={needed(t('direct.missing.reason'))}>
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="evidence"
          label={t('direct.evidence')}
          extra={t('direct.evidenceRule')}
          rules={needed(t('direct.missing.evidence'))}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </ConfirmDialog>
  );
}

interface EntrySelectProps {
  slug: string;
  /** Given by the form item around it. */
  id?: string;
  value?: string;
  onChange?: (publicId: string) => void;
}

/** One of the entries that passed, found by number or title. */
function EntrySelect({ slug, id, value, onChange }: EntrySelectProps) {
  const { t } = useTranslation('eligibility');
  const [q, setQ] = useState('');
  const settled = useSettled(q, 250);
  const query = useInfiniteQuery(queueQuery(slug, { state: 'passed', track: '', q: settled, translation: '' }, 20));
  const found = query.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next: string) => onChange?.(next)}
      placeholder={t('direct.chooseEntry')}
      loading={query.isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      notFoundContent={t('empty.passed')}
      options={found.map(({ publicId, number, title }) => ({
        value: publicId,
        label: t('bulk.entry', { number, title }),
      }))}
    />
  );
}
