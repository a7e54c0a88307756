import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { Shape } from '../../ui/shape.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { ColumnsStep } from './columns-step.js';
import { DoneStep } from './done-step.js';
import { ExportLinks } from './export-links.js';
import { FileStep } from './file-step.js';
import { ImportSteps, type ImportStep } from './import-steps.js';
import { PreviewStep } from './preview-step.js';
import { type ChosenHeader, importQuery, type OpenImport } from './queries.js';
import './import.css';

export function Component() {
  const { t } = useTranslation('import');
  return (
    <RequireSession title={t('title')}>
      <Import />
    </RequireSession>
  );
}

function Import() {
  const { t } = useTranslation('import');
  const text = useText();
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const publicId = search.get('file');
  const editions = useQuery(editionsQuery);
  const edition = editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={editions.isPending}
      title={edition ? `${text(edition.name)} · ${t('title')}` : t('title')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      lead={publicId === null ? t('lead') : undefined}
    >
      {publicId === null ? <NewImport slug={slug} /> : <OpenedImport key={publicId} slug={slug} publicId={publicId} />}
    </Page>
  );
}

function NewImport({ slug }: { slug: string }) {
  const [, setSearch] = useSearchParams();
  return (
    <>
      <ImportSteps step="file" />
      <FileStep slug={slug} onRead={(publicId) => setSearch({ file: publicId })} />
      <ExportLinks slug={slug} />
    </>
  );
}

/** One file on its way, wherever it was left: the address names it. */
function OpenedImport({ slug, publicId }: { slug: string; publicId: string }) {
  const [search, setSearch] = useSearchParams();
  const [header, setHeader] = useState<ChosenHeader | null>(null);
  const query = useQuery(importQuery(slug, publicId, header));
  const opened = query.data;
  if (query.error && !opened) return <FaultState error={query.error} onRetry={() => void query.refetch()} />;
  if (!opened) return <Shape lines={6} block />;
  const go = (step: ImportStep) => setSearch({ file: publicId, step });
  const step = stepOf(opened, search.get('step'));
  return (
    <>
      <ImportSteps step={step} />
      {step === 'done' ? <DoneStep slug={slug} opened={opened} /> : null}
      {step === 'columns' ? (
        <ColumnsStep
          key={JSON.stringify([opened.columns, opened.sheets.length])}
          slug={slug}
          opened={opened}
          onHeader={setHeader}
          onMapped={() => go('preview')}
        />
      ) : null}
      {step === 'preview' ? <PreviewStep slug={slug} opened={opened} onColumns={() => go('columns')} /> : null}
    </>
  );
}

function stepOf({ appliedAt, isMapped }: OpenImport, wanted: string | null): ImportStep {
  if (appliedAt !== null) return 'done';
  return isMapped && wanted === 'preview' ? 'preview' : 'columns';
}
