import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FaultState } from '../../ui/fault-state.js';
import { Page } from '../../ui/page.js';
import { editionsQuery } from '../contest/queries.js';
import { RequireSession } from '../identity/require-session.js';
import { AssignDialog } from './assign-dialog.js';
import { AssignedNamings } from './assigned-namings.js';
import { NameDialog } from './name-dialog.js';
import { OrganisationDialog } from './organisation-dialog.js';
import { type UnrecognisedName, unrecognisedQuery } from './queries.js';
import { useOrganisationFacts } from './use-organisation-facts.js';
import './organisations.css';

export function Component() {
  const { t } = useTranslation('organisations');
  return (
    <RequireSession title={t('unrecognised')}>
      <Unrecognised />
    </RequireSession>
  );
}

type Match = UnrecognisedName['matches'][number];
/** What is being done with a name: register it, tell its places apart, or give it to an organisation (null: to be chosen). */
type Deed = { name: string } & ({ kind: 'register' | 'assign' } | { kind: 'give'; match: Match | null });

function Unrecognised() {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { count } = useFormats();
  const { slug = '' } = useParams();
  const [deed, setDeed] = useState<Deed | null>(null);
  const editions = useQuery(editionsQuery);
  const query = useInfiniteQuery(unrecognisedQuery(slug));
  const isComing = editions.isPending || query.isPending;
  const edition = isComing ? undefined : editions.data?.editions.find((one) => one.slug === slug);
  const names = query.data?.pages.flatMap((page) => page.names) ?? [];
  const close = () => setDeed(null);
  return (
    <Page
      isDemo={edition?.isDemo}
      isComing={isComing}
      title={edition ? `${text(edition.name)} · ${t('unrecognised')}` : t('unrecognised')}
      lead={t('unrecognisedLead')}
      trail={
        <>
          <Link to={`/organiser/editions/${slug}`}>{edition ? text(edition.name) : t('edition')}</Link>
          <Link to="/organiser/organisations">{t('title')}</Link>
        </>
      }
    >
      {query.error && !query.data ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : names.length === 0 ? (
        <EmptyState text={t('allRecognised')} />
      ) : (
        <>
          <p>{t('unrecognisedCount', { number: count(query.data?.pages[0]?.total ?? 0) })}</p>
          <ul className="organisation-rows">
            {names.map((name) => (
              <UnrecognisedRow key={name.text} name={name} onDeed={setDeed} />
            ))}
          </ul>
          {query.hasNextPage ? (
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
      {query.data ? <AssignedNamings slug={slug} /> : null}
      {deed?.kind === 'assign' ? <AssignDialog slug={slug} name={deed.name} onClose={close} /> : null}
      {deed?.kind === 'register' ? <OrganisationDialog firstName={deed.name} onClose={close} onDone={close} /> : null}
      {deed?.kind === 'give' ? (
        <NameDialog
          organisation={deed.match}
          text={deed.name}
          kind={deed.match?.evidence === 'similar' ? 'misspelling' : 'name'}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}

function UnrecognisedRow({ name, onDeed }: { name: UnrecognisedName; onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation('organisations');
  const { count } = useFormats();
  const others = name.variants.filter((variant) => variant !== name.text);
  return (
    <li className="unrecognised">
      <div>
        <strong>{name.text}</strong>{' '}
        <span className="muted">
          {name.entries > 0 ? <span className="nowrap">{t('inEntries', { number: count(name.entries) })}</span> : null}
          {name.entries > 0 && name.judges > 0 ? t('listComma') : null}
          {name.judges > 0 ? <span className="nowrap">{t('atJudges', { number: count(name.judges) })}</span> : null}
        </span>
        {others.length > 0 ? <div className="muted">{t('alsoAs', { names: others.join(t('listComma')) })}</div> : null}
      </div>
      {name.matches.length > 0 ? (
        <ul className="unrecognised-matches" aria-label={t('matchesOf', { name: name.text })}>
          {name.matches.map((match) => (
            <MatchLine key={match.id} name={name.text} match={match} onDeed={onDeed} />
          ))}
        </ul>
      ) : null}
      <div className="unrecognised-acts">
        <Button
          onClick={() => onDeed({ kind: 'give', name: name.text, match: null })}
          aria-label={t('giveToOf', { name: name.text })}
        >
          {t('giveTo')}
        </Button>
        <Button
          onClick={() => onDeed({ kind: 'assign', name: name.text })}
          aria-label={t('assign.openOf', { name: name.text })}
        >
          {t('assign.open')}
        </Button>
        <Button
          onClick={() => onDeed({ kind: 'register', name: name.text })}
          aria-label={t('registerOf', { name: name.text })}
        >
          {t('registerNew')}
        </Button>
      </div>
    </li>
  );
}

interface MatchLineProps {
  name: string;
  match: Match;
  onDeed: (deed: Deed) => void;
}

function MatchLine({ name, match, onDeed }: MatchLineProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { percent } = useFormats();
  const similarity = percent(match.similarity, 1);
  const facts = useOrganisationFacts()(match);
  return (
    <li>
      <div>
        <Link to={`/organiser/organisations/${match.id}`}>{text(match.name)}</Link>{' '}
        <span className="muted">
          {match.evidence === 'similar' && match.found === text(match.name)
            ? t('evidence.similarToTyped', { similarity })
            : t(`evidence.${match.evidence}`, { found: match.found, similarity })}
        </span>
        {facts === '' ? null : <div className="muted">{facts}</div>}
      </div>
      <Button
        onClick={() => onDeed({ kind: 'give', name, match })}
        aria-label={t('isThisOf', { name, organisation: text(match.name) })}
      >
        {t('isThis')}
      </Button>
    </li>
  );
}
