import { Alert, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { DataTable } from '../../ui/data-table.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { addDrawFile, drawFileLink, drawKeys, type DrawMinute } from './queries.js';

/** Videos and scans of a draw, and its signed minute. */
export function DrawEvidence({ stageId, minute }: { stageId: string; minute: DrawMinute }) {
  const { t } = useTranslation('draw');
  const { sentence, show } = useProblemMessage();
  const { count } = useFormats();
  const { draw, files } = minute;
  const input = useRef<HTMLInputElement>(null);
  const { run, isPending, error } = useAct(addDrawFile(stageId, draw.id), drawKeys);
  const open = (fileId: string) =>
    drawFileLink(stageId, draw.id, fileId).then(
      ({ url }) => window.location.assign(url),
      (problem: unknown) => show(problem),
    );
  return (
    <section className="draw-evidence">
      <DataTable
        caption={t('files.title')}
        csv={`draw-${draw.number}-files`}
        rows={files}
        rowKey={({ id }) => id}
        empty={t('files.none')}
        columns={[
          { key: 'name', header: t('files.name'), cell: ({ name }) => name, isRowHeader: true },
          {
            ...{ key: 'size', header: t('files.size'), isNumber: true },
            cell: ({ size }) => size,
            show: ({ size }) => count(size),
          },
          {
            key: 'hash',
            header: t('files.hash'),
            cell: ({ sha256 }) => sha256,
            show: ({ sha256 }) => <Hash value={sha256} />,
          },
          {
            key: 'at',
            header: t('files.at'),
            cell: ({ uploadedAt }) => uploadedAt,
            show: ({ uploadedAt }) => <Moment at={uploadedAt} />,
          },
          {
            ...{ key: 'open', header: t('files.open'), cell: () => '', isScreenOnly: true },
            show: ({ id }) => (
              <Button size="small" onClick={() => void open(id)}>
                {t('files.open')}
              </Button>
            ),
          },
        ]}
      />
      {draw.state === 'taken-back' ? null : (
        <p className="draw-acts">
          <Button loading={isPending} onClick={() => input.current?.click()}>
            {t('files.add')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('files.add')}
            accept=".pdf,.png,.jpg,.jpeg,.mp4"
            onChange={(event) => {
              const file = event.target.files?.[0];
              // The same file may be chosen again once it has been mended.
              event.target.value = '';
              if (file) run({ name: file.name, size: file.size, changedAt: file.lastModified, file });
            }}
          />
          <span className="muted">{t('files.limits')}</span>
        </p>
      )}
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
    </section>
  );
}
