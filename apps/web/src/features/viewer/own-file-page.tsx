import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { entryFilesQuery } from '../submission/file/queries.js';
import { entryHeadQuery } from '../submission/queries.js';
import { FileViewer } from './file-viewer.js';
import { ownCopyQuery } from './queries.js';

export function Component() {
  const { t } = useTranslation('viewer');
  const { publicId = '', fileId = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <OwnFile key={fileId} entry={publicId} file={fileId} />
    </RequireSession>
  );
}

function OwnFile({ entry, file }: { entry: string; file: string }) {
  const { t } = useTranslation('viewer');
  const copy = useQuery(ownCopyQuery(file));
  const files = useQuery(entryFilesQuery(entry));
  const owner = useQuery(entryHeadQuery(entry));
  const name = files.data?.files.find(({ publicId }) => publicId === file)?.name ?? t('title');
  return (
    <Page
      title={name}
      isDemo={owner.data?.edition.isDemo}
      isComing={files.isPending || owner.isPending}
      trail={<Link to={`/entries/${entry}`}>{owner.data?.title ?? t('entry')}</Link>}
    >
      <QueryView query={copy}>
        {(one) => <FileViewer id={file} name={name} copy={one} onFault={() => void copy.refetch()} />}
      </QueryView>
    </Page>
  );
}
