import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { editionsQuery } from '../../contest/queries.js';
import { RequireSession } from '../../identity/require-session.js';
import { ChecklistDialog } from './checklist-dialog.js';
import { type DueDiligence, type DueDiligenceCase, dueDiligenceQuery } from './queries.js';
import '../eligibility.css';

const tones = { open: 'going', 'refusal-proposed': 'attention', passed: 'done', refused: 'danger' } as const;

export function Component() {
  const { t } = useTranslation('eligibility');
  return (
    <RequireSession title={t('diligence.title')}>
      <DueDiligenceView />
    </RequireSession>
  );
}

function DueDiligenceView() {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { slug = '' } = useParams();
  const [isEditing, setEditing] = useState(false);
  const query = useQuery(dueDiligenceQuery(slug));
  const editions = useQuery(editionsQuery);
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('diligence.title')}` : t('diligence.title')}
      lead={t('diligence.lead')}
      trail={<Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>}
      actions={query.data ? <Button onClick={() => setEditing(true)}>{t('diligence.checklist')}</Button> : null}
    >
      <QueryView query={query}>
        {(dueDiligence) => (
          <>
            <Stages slug={slug} stages={dueDiligence.stages} />
            <CasesTable slug={slug} dueDiligence={dueDiligence} />
            {isEditing ? (
              <ChecklistDialog slug={slug} dueDiligence={dueDiligence} onClose={() => setEditing(false)} />
            ) : null}
          </>
        )}
      </QueryView>
    </Page>
  );
}

type Stage = DueDiligence['stages'][number];

function Stages({ slug, stages }: { slug: string; stages: readonly Stage[] }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const [asked, setAsked] = useState<Stage | null>(null);
  return (
    <section>
      <h2>{t('diligence.stages')}</h2>
      {stages.length === 0 ? <p className="muted">{t('diligence.noStages')}</p> : null}
      <ul className="diligence-stages">
        {stages.map((stage) => (
          <li key={stage.id}>
            <span>{[text(stage.name), text(stage.track)].join(' · ')}</span>
            {stage.without > 0 ? (
              <Button onClick={() => setAsked(stage)} aria-label={t('diligence.openOf', { stage: text(stage.name) })}>
                {t('diligence.open', { count: stage.without })}
              </Button>
            ) : (
              <span className="muted">{t('diligence.allOpen')}</span>
            )}
          </li>
        ))}
      </ul>
      {asked ? <OpenDialog slug={slug} stage={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function OpenDialog({ slug, stage, onClose }: { slug: string; stage: Stage; onClose: () => void }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const { run, isPending, error } = useAct(
    (stageId: string, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/due-diligence/cases', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body: { stageId },
        }),
      ),
    ['due-diligence'],
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('diligence.openOf', { stage: text(stage.name) })}
      act={t('diligence.open', { count: stage.without })}
      isBusy={isPending}
      error={error}
      onConfirm={() => run(stage.id)}
      onClose={onClose}
    >
      <p>{t('diligence.openText')}</p>
    </ConfirmDialog>
  );
}

function CasesTable({ slug, dueDiligence }: { slug: string; dueDiligence: DueDiligence }) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const whole = (one: DueDiligenceCase) => (one.checklist ?? dueDiligence.checklist).length;
  const columns: Column<DueDiligenceCase>[] = [
    {
      key: 'entry',
      header: t('entry'),
      isRowHeader: true,
      cell: ({ entry }) => t('bulk.entry', { ...entry }),
      show: ({ id, entry }) => (
        <Link to={`/organiser/editions/${slug}/due-diligence/${id}`}>{t('bulk.entry', { ...entry })}</Link>
      ),
    },
    { key: 'stage', header: t('diligence.stage'), cell: ({ stage }) => text(stage) },
    {
      key: 'met',
      header: t('diligence.met'),
      cell: (one) => t('diligence.metOf', { met: one.met.length, whole: whole(one) }),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ state }) => t(`diligence.state.${state}`),
      show: ({ state }) => <StateMark tone={tones[state]}>{t(`diligence.state.${state}`)}</StateMark>,
    },
  ];
  return (
    <DataTable
      caption={t('diligence.cases')}
      csv={`${slug}-due-diligence`}
      columns={columns}
      rows={dueDiligence.cases}
      rowKey={({ id }) => id}
      empty={t('diligence.none')}
    />
  );
}
