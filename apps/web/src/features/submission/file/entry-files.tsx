import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client.js';
import { QueryView } from '../../../ui/query-view.js';
import { FileFieldBox } from './file-field-box.js';
import { entryFilesQuery } from './queries.js';
import { useFileUploads } from './use-file-uploads.js';
import './file.css';

interface EntryFilesProps {
  entryId: string;
  isReadOnly: boolean;
  /** Whether the reader may send the bytes of what was filed in time. */
  mayFollow: boolean;
  onReceipt: (receipt: Schemas['SubmissionReceiptDto']) => void;
}

/** An entry's files. Unlike the form beside them they need no saving: what is sent is there. */
export function EntryFiles({ entryId, isReadOnly, mayFollow, onReceipt }: EntryFilesProps) {
  const { t } = useTranslation('file');
  const { t: ofViewer } = useTranslation('viewer');
  const query = useQuery(entryFilesQuery(entryId));
  const uploads = useFileUploads(entryId, onReceipt);
  return (
    <div className="entry-files">
      <QueryView query={query}>
        {({ fields, files }) => (
          <>
            {fields.length === 0 ? (
              <p className="muted">{t('noFields')}</p>
            ) : (
              <p className="muted">{t(isReadOnly ? 'leadReadOnly' : 'lead')}</p>
            )}
            <p>
              <Link className="judges-view-link" to={`/entries/${entryId}/judges-view`}>
                {ofViewer('judgesView.link')}
              </Link>
            </p>
            {fields.map((field) => (
              <FileFieldBox
                key={field.key}
                field={field}
                files={files.filter(({ fieldKey }) => fieldKey === field.key)}
                uploads={uploads}
                isReadOnly={isReadOnly}
                mayFollow={mayFollow}
                onReceipt={onReceipt}
              />
            ))}
          </>
        )}
      </QueryView>
    </div>
  );
}
