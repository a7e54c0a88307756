import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Figure } from '../../ui/figure.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Toggletip } from '../../ui/toggletip.js';
import { ContestFiguresSection } from './contest-figures-section.js';
import { FiguresChart } from './figures-chart.js';
import { FiguresTable } from './figures-table.js';
import './key-figures.css';

type KeyFigures = Schemas['KeyFiguresDto'];

export function Component() {
  const { t } = useTranslation('landing');
  const [search] = useSearchParams();
  const edition = search.get('edition') ?? undefined;
  const query = useQuery({
    queryKey: ['key-figures', edition ?? null],
    queryFn: () => answer(api.GET('/api/v1/public/key-figures', { params: { query: { edition } } })),
  });
  return (
    <Page title={t('keyFigures')} lead={t('keyFiguresLead')}>
      <QueryView query={query}>
        {(figures) =>
          figures.contests.length === 0 ? <EmptyState text={t('noFigures')} /> : <Figures figures={figures} />
        }
      </QueryView>
    </Page>
  );
}

function Figures({ figures }: { figures: KeyFigures }) {
  const { t } = useTranslation('landing');
  const text = useText();
  const { count } = useFormats();
  const { contests, total, asOf } = figures;
  return (
    <>
      <p className="as-of">
        {t('asOf')} <Moment at={asOf} />
      </p>
      <section className="figures-total" aria-labelledby="figures-total">
        <h2 id="figures-total">{contests.length === 1 ? text(contests[0]?.edition.name) : t('total')}</h2>
        <dl className="figures">
          {(['entries', 'countries'] as const).map((key) => (
            <Figure
              key={key}
              label={t(`figure.${key}.label`)}
              number={count(total[key])}
              unit={t(`figure.${key}.unit`)}
              tip={
                <Toggletip label={t('definitionOf', { label: t(`figure.${key}.label`) })}>
                  {t(key === 'countries' ? 'figure.countries.definitionTotal' : 'figure.entries.definition')}
                </Toggletip>
              }
            />
          ))}
        </dl>
      </section>
      {contests.map((contest) => (
        <ContestFiguresSection key={contest.edition.slug} contest={contest} />
      ))}
      <FiguresChart contests={contests} />
      <FiguresTable contests={contests} total={total} />
    </>
  );
}
