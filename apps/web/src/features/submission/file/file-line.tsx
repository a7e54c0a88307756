import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Moment } from '../../../ui/moment.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { CopyNote } from '../../viewer/copy-note.js';
import { Thumbnail } from '../../viewer/thumbnail.js';
import { useFileSize } from './file-size.js';
import { FileStateMark } from './file-state-mark.js';
import type { EntryFile } from './queries.js';

interface FileLineProps {
  file: EntryFile;
  isReadOnly: boolean;
  onReceipt: (receipt: Schemas['SubmissionReceiptDto']) => void;
}

/** One file as the server has it, with what may be done with it. */
export function FileLine({ file, isReadOnly, onReceipt }: FileLineProps) {
  const { t } = useTranslation('file');
  const size = useFileSize();
  const { show } = useProblemMessage();
  const { publicId: entry = '' } = useParams();
  const [isAsked, setIsAsked] = useState(false);
  const path = { publicId: file.publicId };
  const { run, isPending, error, reset } = useAct(
    (_: null, key) =>
      answer(api.DELETE('/api/v1/entry-files/{publicId}', { params: { path, header: { 'Idempotency-Key': key } } })),
    ['entry', 'entry-files', 'entry-receipt'],
    ({ receipt }) => {
      setIsAsked(false);
      if (receipt) onReceipt(receipt);
    },
  );
  const open = () =>
    answer(api.GET('/api/v1/entry-files/{publicId}/link', { params: { path } })).then(
      ({ url }) => window.location.assign(url),
      show,
    );
  return (
    <li className="file-line">
      {file.copy && !file.copy.fault ? <Thumbnail file={file.publicId} /> : null}
      {file.copy && !file.copy.fault ? (
        <Link className="file-name" to={`/entries/${entry}/files/${file.publicId}`}>
          <bdi>{file.name}</bdi>
        </Link>
      ) : (
        <bdi className="file-name">{file.name}</bdi>
      )}
      <span className="file-size muted">{size(file.size)}</span>
      <FileStateMark file={file} />
      <span className="file-acts">
        {file.state === 'ready' ? (
          <Button size="small" onClick={() => void open()} aria-label={t('openNamed', { name: file.name })}>
            {t('open')}
          </Button>
        ) : null}
        {isReadOnly ? null : (
          <Button size="small" onClick={() => setIsAsked(true)} aria-label={t('removeNamed', { name: file.name })}>
            {t('remove.act')}
          </Button>
        )}
      </span>
      {file.copy ? <CopyNote copy={file.copy} /> : null}
      {file.refusal ? <p className="file-note">{t(`refusal.${file.refusal}`)}</p> : null}
      {file.state === 'ready' && file.scan === 'not-scanned' ? (
        <p className="file-note muted">{t('notScanned')}</p>
      ) : null}
      {file.bytesUntil ? (
        <p className="file-note">
          {t('toFollow')} <Moment at={file.bytesUntil} />
        </p>
      ) : null}
      <ConfirmDialog
        isOpen={isAsked}
        title={t('remove.title')}
        act={t('remove.act')}
        isDangerous
        isBusy={isPending}
        error={error}
        onConfirm={() => run(null)}
        onClose={() => {
          setIsAsked(false);
          reset();
        }}
      >
        <p>
          <strong>
            <bdi>{file.name}</bdi>
          </strong>
        </p>
        <p>{t('remove.text')}</p>
      </ConfirmDialog>
    </li>
  );
}
