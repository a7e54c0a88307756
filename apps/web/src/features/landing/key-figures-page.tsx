import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { useFormats } from '../../locales/formats.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Figure } from '../../ui/figure.js';
import { Moment } from '../../ui/moment.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { Shape } from '../../ui/shape.js';
import { publicEditionsQuery } from '../contest/public-editions.js';
import { ContestFiguresSection } from './contest-figures-section.js';
import { FigureDefinition } from './figure-definition.js';
import type { ContestFigures } from './figure-keys.js';
import { FiguresChart } from './figures-chart.js';
import { FiguresTable } from './figures-table.js';
import './key-figures.css';

type KeyFigures = Omit<Schemas['KeyFiguresDto'], 'contests'> & { contests: ContestFigures[] };

export function Component() {
  const { t } = useTranslation('landing');
  const [search] = useSearchParams();
  const edition = search.get('edition') ?? undefined;
  const query = useQuery({
    queryKey: ['key-figures', edition ?? null],
    queryFn: () => answer(api.GET('/api/v1/public/key-figures', { params: { query: { edition } } })),
  });
  const editions = useQuery(publicEditionsQuery);
  const shown = query.data ? named(query.data.contests, editions.data) : [];
  const isDemo = shown.some((contest) => contest.isDemo);
  return (
    <Page isDemo={isDemo} title={t('keyFigures')} lead={t('keyFiguresLead')}>
      <QueryView query={query}>
        {(figures) =>
          figures.contests.length === 0 ? (
            <EmptyState text={t('noFigures')} />
          ) : editions.isPending ? (
            <Shape lines={5} block />
          ) : (
            <Figures figures={{ ...figures, contests: shown }} />
          )
        }
      </QueryView>
    </Page>
  );
}

/** An edition whose names did not arrive is shown by its slug. */
function named(
  contests: readonly Schemas['ContestFiguresDto'][],
  editions: Schemas['PublicContestsDto'] | undefined,
): ContestFigures[] {
  const known = (editions?.contests ?? []).flatMap((contest) => contest.editions);
  return contests.map((figures) => {
    const edition = known.find(({ slug }) => slug === figures.edition);
    const name = edition?.name ?? { zh: figures.edition, en: figures.edition };
    return { ...figures, name, isDemo: edition?.isDemo ?? false };
  });
}

function Figures({ figures }: { figures: KeyFigures }) {
  const { t } = useTranslation('landing');
  const { contests, total, asOf } = figures;
  return (
    <>
      <p className="as-of">
        {t('asOf')} <Moment at={asOf} />
      </p>
      {contests.length > 1 ? <FiguresTotal total={total} asOf={asOf} /> : null}
      {contests.map((contest) => (
        <ContestFiguresSection key={contest.edition} contest={contest} asOf={asOf} />
      ))}
      <FiguresChart contests={contests} />
      <FiguresTable contests={contests} total={total} />
    </>
  );
}

function FiguresTotal({ total, asOf }: Pick<KeyFigures, 'total' | 'asOf'>) {
  const { t } = useTranslation('landing');
  const { count } = useFormats();
  return (
    <section className="figures-total" aria-labelledby="figures-total">
      <h2 id="figures-total">{t('total')}</h2>
      <dl className="figures">
        {(['entries', 'countries'] as const).map((key) => (
          <Figure
            key={key}
            label={t(`figure.${key}.label`)}
            number={count(total[key])}
            unit={t(`figure.${key}.unit`)}
            tip={
              <FigureDefinition
                label={t(`figure.${key}.label`)}
                definition={t(key === 'countries' ? 'figure.countries.definitionTotal' : 'figure.entries.definition')}
                asOf={asOf}
              />
            }
          />
        ))}
      </dl>
    </section>
  );
}
