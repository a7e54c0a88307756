import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { retriedFaults } from '#domain/file/viewing-copy';
import { QueryView } from '../../ui/query-view.js';
import { useAct } from '../../ui/use-act.js';
import { focusIfLost } from '../../ui/use-focus-after.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { useMay } from '../identity/use-may.js';
import { FileStateMark } from '../submission/file/file-state-mark.js';
import { useFileSize } from '../submission/file/file-size.js';
import { CopyNote } from './copy-note.js';
import { officeFilesQuery } from './queries.js';
import '../submission/file/file.css';
import './viewer.css';

/** The files of an entry for the office: to be read here, or saved. */
export function OfficeFiles({ slug, entry }: { slug: string; entry: string }) {
  const { t } = useTranslation('viewer');
  const size = useFileSize();
  const { show } = useProblemMessage();
  const mayRetry = useMay(slug, 'entry-copy.retry');
  const query = useQuery(officeFilesQuery(entry));
  const heading = useRef<HTMLHeadingElement>(null);
  const save = (file: string) =>
    answer(
      api.GET('/api/v1/entries/{publicId}/office/files/{filePublicId}/link', {
        params: { path: { publicId: entry, filePublicId: file } },
      }),
    ).then(({ url }) => window.location.assign(url), show);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('files')}
      </h2>
      <QueryView query={query}>
        {({ files }) =>
          files.length === 0 ? (
            <p className="muted">{t('noFiles')}</p>
          ) : (
            <ul className="plain-list">
              {files.map((file) => (
                <li key={file.publicId} className="file-line">
                  {file.copy && !file.copy.fault ? (
                    <Link
                      className="file-name"
                      to={`/organiser/editions/${slug}/eligibility/${entry}/files/${file.publicId}`}
                    >
                      <bdi>{file.name}</bdi>
                    </Link>
                  ) : (
                    <bdi className="file-name">{file.name}</bdi>
                  )}
                  <span className="muted">{size(file.size)}</span>
                  <FileStateMark file={file} />
                  {file.state === 'ready' ? (
                    <Button onClick={() => void save(file.publicId)} aria-label={t('saveNamed', { name: file.name })}>
                      {t('save')}
                    </Button>
                  ) : null}
                  {file.copy ? <CopyNote copy={file.copy} /> : null}
                  {mayRetry && file.copy?.fault && retriedFaults.includes(file.copy.fault) ? (
                    <RetryCopy entry={entry} file={file} onDone={() => focusIfLost(heading.current)} />
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
}

interface RetryCopyProps {
  entry: string;
  file: { publicId: string; name: string };
  /** Once the list tells that it is rendered again, and the button has gone. */
  onDone: () => void;
}

/** What has failed may have failed of the machine: the office has it rendered once more. */
function RetryCopy({ entry, file, onDone }: RetryCopyProps) {
  const { t } = useTranslation('viewer');
  const { show } = useProblemMessage();
  const { run, isPending } = useAct(
    (_: null, key) =>
      answer(
        api.POST('/api/v1/entries/{publicId}/office/files/{filePublicId}/pages/retries', {
          params: {
            path: { publicId: entry, filePublicId: file.publicId },
            header: { 'Idempotency-Key': key },
          },
        }),
      ).catch((problem: unknown) => {
        show(problem);
        throw problem;
      }),
    ['office-files', 'viewing-copy'],
    onDone,
  );
  return (
    <Button loading={isPending} onClick={() => run(null)} aria-label={t('retryNamed', { name: file.name })}>
      {t('retry')}
    </Button>
  );
}
