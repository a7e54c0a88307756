import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Choice } from '../../../ui/choice.js';
import { type Column, DataTable } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { OrganisationSelect } from '../../organisations/organisation-select.js';
import { competitorKeys, type OwnerCompetitor, type OwnerCompetitors, ownerCompetitorsQuery } from './queries.js';

const longest = 300;

/** Who competes with the owner of a problem, as the office knows: whoever works there judges no answer to it. */
export function OwnerCompetitorsSection({ slug }: { slug: string }) {
  const { t } = useTranslation('recusal');
  const query = useQuery(ownerCompetitorsQuery(slug));
  return (
    <section>
      <h2>{t('competitor.title')}</h2>
      <p>{t('competitor.lead')}</p>
      <QueryView query={query}>
        {(shown) =>
          shown.problems.length === 0 ? null : (
            <>
              <CompetitorForm slug={slug} problems={shown.problems} />
              <CompetitorTable slug={slug} competitors={shown.competitors} />
            </>
          )
        }
      </QueryView>
    </section>
  );
}

function CompetitorForm({ slug, problems }: { slug: string; problems: OwnerCompetitors['problems'] }) {
  const { t } = useTranslation('recusal');
  const text = useText();
  const { sentence } = useProblemMessage();
  const [problem, setProblem] = useState('');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const { run, isPending, error } = useAct(
    (body: Schemas['RecordCompetitorDto'], key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/owner-competitors', {
          params: { path: { slug }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    competitorKeys,
    () => {
      setOrganisationId(null);
      setSource('');
    },
  );
  const isReady = problem !== '' && organisationId !== null && source.trim() !== '';
  return (
    <Form
      className="card unlock-form"
      layout="vertical"
      onFinish={() => {
        if (isReady) run({ problemNumber: Number(problem), organisationId, source: source.trim() });
      }}
    >
      <Choice
        label={t('opinion.problem')}
        value={problem}
        options={[
          { value: '', text: t('choose') },
          ...problems.map(({ number, title }) => ({ value: String(number), text: `${number} · ${text(title)}` })),
        ]}
        onChange={setProblem}
      />
      <Form.Item label={t('competitor.organisation')} htmlFor="competitor-organisation">
        <OrganisationSelect id="competitor-organisation" value={organisationId} onChange={setOrganisationId} />
      </Form.Item>
      <Form.Item label={t('competitor.source')} htmlFor="competitor-source" extra={t('competitor.sourceHelp')}>
        <Input
          id="competitor-source"
          maxLength={longest}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </Form.Item>
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <Button htmlType="submit" disabled={!isReady} loading={isPending}>
        {t('competitor.keep')}
      </Button>
    </Form>
  );
}

function CompetitorTable({ slug, competitors }: { slug: string; competitors: OwnerCompetitor[] }) {
  const { t } = useTranslation('recusal');
  const text = useText();
  const { sentence } = useProblemMessage();
  const { run, isPending, error } = useAct(
    (id: string, key) =>
      answer(
        api.POST('/api/v1/editions/{slug}/owner-competitors/{id}/removal', {
          params: { path: { slug, id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    competitorKeys,
  );
  const columns: Column<OwnerCompetitor>[] = [
    {
      ...{ key: 'organisation', header: t('competitor.organisation'), isRowHeader: true },
      cell: ({ organisation }) => text(organisation),
    },
    {
      ...{ key: 'problem', header: t('opinion.problem') },
      cell: ({ problemNumber, problem }) => `${problemNumber} · ${text(problem)}`,
    },
    { key: 'source', header: t('competitor.source'), cell: ({ source }) => source ?? '—' },
    {
      ...{ key: 'recorded', header: t('opinion.recordedBy') },
      cell: ({ recordedBy, recordedAt }) => `${recordedBy ?? ''} ${recordedAt}`.trim(),
      show: ({ recordedBy, recordedAt }) => (
        <>
          {recordedBy ?? t('nameless')} <Moment at={recordedAt} />
        </>
      ),
    },
    {
      ...{ key: 'acts', header: t('competitor.acts'), cell: () => '', isScreenOnly: true },
      show: ({ id, organisation }) => (
        <Button
          aria-label={t('competitor.removeOf', { name: text(organisation) })}
          disabled={isPending}
          onClick={() => run(id)}
        >
          {t('competitor.remove')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <DataTable
        caption={t('competitor.all')}
        csv="owner-competitors"
        columns={columns}
        rows={competitors}
        rowKey={({ id }) => id}
        pageSize={20}
        empty={t('competitor.none')}
      />
    </>
  );
}
