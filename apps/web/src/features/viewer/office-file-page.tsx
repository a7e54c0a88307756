import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { FileViewer } from './file-viewer.js';
import { officeCopyQuery, officeFilesQuery } from './queries.js';

export function Component() {
  const { t } = useTranslation('viewer');
  const { slug = '', publicId = '', fileId = '' } = useParams();
  return (
    <RequireSession title={t('title')}>
      <OfficeFile key={fileId} slug={slug} entry={publicId} file={fileId} />
    </RequireSession>
  );
}

function OfficeFile({ slug, entry, file }: { slug: string; entry: string; file: string }) {
  const { t } = useTranslation('viewer');
  const copy = useQuery(officeCopyQuery(entry, file));
  const files = useQuery(officeFilesQuery(entry));
  const editions = useQuery(editionsQuery);
  const name = files.data?.files.find(({ publicId }) => publicId === file)?.name ?? t('title');
  return (
    <Page
      title={name}
      isDemo={editions.data?.editions.find((one) => one.slug === slug)?.isDemo}
      isComing={files.isPending || editions.isPending}
      trail={<Link to={`/organiser/editions/${slug}/eligibility/${entry}`}>{t('entry')}</Link>}
    >
      <QueryView query={copy}>
        {(one) => <FileViewer id={file} name={name} copy={one} onFault={() => void copy.refetch()} />}
      </QueryView>
    </Page>
  );
}
