import { Alert, Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { ExtendableEntry } from './deadline-queries.js';

/** As a field of date and time holds it, in Beijing time. */
const instantOf = (typed: string) => `${typed}:00+08:00`;

/** Finds the entry that is meant, then extends its deadline with a reason that its team reads. */
export function ExtensionForm({ slug }: { slug: string }) {
  const { t } = useTranslation('entry');
  const { sentence, show } = useProblemMessage();
  const id = useId();
  const [q, setQ] = useState('');
  const [found, setFound] = useState<readonly ExtendableEntry[] | null>(null);
  const [given, setGiven] = useState({ entry: '', until: '', reason: '' });
  const find = () =>
    answer(api.GET('/api/v1/editions/{slug}/deadline/entries', { params: { path: { slug }, query: { q } } })).then(
      ({ entries }) => {
        setFound(entries);
        setGiven((now) => ({ ...now, entry: entries.length === 1 ? (entries[0]?.publicId ?? '') : '' }));
      },
      show,
    );
  const { run, isPending, error } = useAct(
    (body: Schemas['NewExtensionDto'], key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/deadline/extensions', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    ['deadline'],
    () => {
      setFound(null);
      setGiven({ entry: '', until: '', reason: '' });
      setQ('');
    },
  );
  const label = (path: string) => (path === 'until' || path === 'reason' ? t(`deadline.field.${path}`) : null);
  return (
    <div className="extension-form">
      <label htmlFor={`${id}-q`}>{t('deadline.field.entry')}</label>
      <Input.Search
        id={`${id}-q`}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        onSearch={() => void find()}
        enterButton={t('deadline.find')}
      />
      <p className="muted">{t('deadline.findNote')}</p>
      <div role="status">{found?.length === 0 ? t('deadline.notFound') : null}</div>
      {found && found.length > 0 ? (
        <>
          <Radio.Group
            aria-label={t('deadline.field.entry')}
            value={given.entry}
            onChange={(event) => setGiven({ ...given, entry: String(event.target.value) })}
            options={found.map((entry) => ({
              value: entry.publicId,
              label:
                entry.number === null ? t('deadline.draft', { title: entry.title }) : t('deadline.entry', { ...entry }),
            }))}
          />
          <label htmlFor={`${id}-until`}>{t('deadline.field.until')}</label>
          <Input
            id={`${id}-until`}
            type="datetime-local"
            className="short-input"
            value={given.until}
            onChange={(event) => setGiven({ ...given, until: event.target.value })}
          />
          <label htmlFor={`${id}-reason`}>{t('deadline.field.reason')}</label>
          <Input.TextArea
            id={`${id}-reason`}
            maxLength={500}
            showCount
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={given.reason}
            onChange={(event) => setGiven({ ...given, reason: event.target.value })}
          />
          <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error, label)} /> : null}</div>
          <Button
            type="primary"
            loading={isPending}
            disabled={given.entry === '' || given.until === '' || given.reason.trim() === ''}
            onClick={() => run({ ...given, until: instantOf(given.until) })}
          >
            {t('deadline.grant')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
