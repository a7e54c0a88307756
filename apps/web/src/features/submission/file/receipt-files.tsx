import { useTranslation } from 'react-i18next';
import { Hash } from '../../../ui/hash.js';
import { Moment } from '../../../ui/moment.js';
import { useFileSize } from './file-size.js';
import { FileStateMark } from './file-state-mark.js';
import type { EntryFile } from './queries.js';
import './file.css';

/** The files of a receipt: size and hash of each, and until when bytes may still follow. */
export function ReceiptFiles({ files }: { files: readonly EntryFile[] }) {
  const { t } = useTranslation('file');
  const size = useFileSize();
  if (files.length === 0) return null;
  return (
    <>
      <h4>{t('title')}</h4>
      <ul className="plain-list">
        {files.map((file) => (
          <li key={file.publicId} className="file-line">
            <bdi className="file-name">{file.name}</bdi>
            <span className="file-size muted">{size(file.size)}</span>
            <FileStateMark file={file} />
            <p className="file-note">
              {t('sha256')} <Hash value={file.sha256} />
            </p>
            {file.bytesUntil ? (
              <p className="file-note">
                {t('toFollow')} <Moment at={file.bytesUntil} />
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
