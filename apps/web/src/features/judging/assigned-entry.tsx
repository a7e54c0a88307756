import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { readOrPrepared, readPage } from '../../device/prepared.js';
import { useText } from '../../locales/use-text.js';
import { QueryView } from '../../ui/query-view.js';
import { CopyNote } from '../viewer/copy-note.js';
import { FileViewer } from '../viewer/file-viewer.js';
import { PresentedAnswers } from '../viewer/presented-answers.js';
import { copyOptions } from '../viewer/queries.js';
import { AssignedVideo } from './assigned-video.js';
import { copyName, entryName, pageName } from './offline/prepared-names.js';

type PresentedFile = Schemas['PresentedEntryDto']['files'][number];

/** What the form lets the judge read of the entry: answers, and files page by page. */
export function AssignedEntry({ publicId }: { publicId: string }) {
  const query = useQuery({
    queryKey: ['assigned-entry', publicId],
    queryFn: () =>
      readOrPrepared(entryName(publicId), () =>
        answer(api.GET('/api/v1/assignments/{publicId}/entry', { params: { path: { publicId } } })),
      ),
    gcTime: 0,
    networkMode: 'always',
    refetchOnReconnect: true,
  });
  return (
    <QueryView query={query}>
      {({ fields, files }) => (
        <>
          <PresentedAnswers fields={fields} />
          {files.length > 0 ? <AssignedFiles publicId={publicId} files={files} /> : null}
        </>
      )}
    </QueryView>
  );
}

/** One file is open at a time; which one, and at which page, is the judge's own. */
function AssignedFiles({ publicId, files }: { publicId: string; files: readonly PresentedFile[] }) {
  const { t } = useTranslation('viewer');
  const text = useText();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section aria-label={t('files')}>
      <h3>{t('files')}</h3>
      <ul className="plain-list">
        {files.map((file) => {
          const isOpen = open === file.publicId;
          const isReadable = file.isVideo || (file.copy !== null && !file.copy.fault);
          return (
            <li key={file.publicId} className="assigned-file">
              <span className="muted">{text(file.label)}</span>
              {isReadable ? (
                <Button
                  className="assigned-file-name"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : file.publicId)}
                >
                  <bdi>{file.name}</bdi>
                </Button>
              ) : (
                <bdi>{file.name}</bdi>
              )}
              {file.isVideo ? null : <FileNote copy={file.copy} />}
              {isOpen && file.isVideo ? <AssignedVideo publicId={publicId} file={file} /> : null}
              {isOpen && !file.isVideo ? <AssignedPages publicId={publicId} file={file} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FileNote({ copy }: Pick<PresentedFile, 'copy'>) {
  const { t } = useTranslation('viewer');
  return copy ? <CopyNote copy={copy} /> : <p className="copy-note muted">{t('askForFile')}</p>;
}

function AssignedPages({ publicId, file }: { publicId: string; file: PresentedFile }) {
  const query = useQuery({
    ...copyOptions(['viewing-copy', publicId, file.publicId], () =>
      readOrPrepared(copyName(publicId, file.publicId), () =>
        answer(
          api.GET('/api/v1/assignments/{publicId}/files/{filePublicId}/pages', {
            params: { path: { publicId, filePublicId: file.publicId } },
          }),
        ),
      ),
    ),
    networkMode: 'always',
  });
  const onDevice = useCallback((page: number) => readPage(pageName(publicId, file.publicId, page)), [file, publicId]);
  return (
    <QueryView query={query}>
      {(copy) => (
        <FileViewer
          id={file.publicId}
          name={file.name}
          copy={copy}
          onDevice={onDevice}
          onFault={() => void query.refetch()}
        />
      )}
    </QueryView>
  );
}
