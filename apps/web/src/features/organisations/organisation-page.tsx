import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useFormats } from '../../locales/formats.js';
import { useText } from '../../locales/use-text.js';
import { Page } from '../../ui/page.js';
import { QueryView } from '../../ui/query-view.js';
import { RequireSession } from '../identity/require-session.js';
import { countriesQuery } from '../submission/queries.js';
import { MergeDialog } from './merge-dialog.js';
import { OrganisationDialog } from './organisation-dialog.js';
import { OrganisationHistory } from './organisation-history.js';
import { MergedOrganisations } from './merged-organisations.js';
import { OrganisationNames } from './organisation-names.js';
import { type Organisation, organisationQuery } from './queries.js';
import './organisations.css';

export function Component() {
  const { t } = useTranslation('organisations');
  const { id = '' } = useParams();
  return (
    <RequireSession title={t('organisation')}>
      <OrganisationView key={id} id={id} />
    </RequireSession>
  );
}

function OrganisationView({ id }: { id: string }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const navigate = useNavigate();
  const query = useQuery(organisationQuery(id));
  const [dialog, setDialog] = useState<'change' | 'merge' | null>(null);
  const organisation = query.data;
  const isStanding = organisation?.mergedInto === null;
  const close = () => setDialog(null);
  return (
    <Page
      isComing={query.isPending}
      title={organisation ? text(organisation.name) : t('organisation')}
      trail={<Link to="/organiser/organisations">{t('title')}</Link>}
      actions={
        isStanding ? (
          <>
            <Button onClick={() => setDialog('change')}>{t('change')}</Button>
            <Button onClick={() => setDialog('merge')}>{t('merge.open')}</Button>
          </>
        ) : null
      }
    >
      <QueryView query={query}>
        {(shown) => (
          <>
            {/* That it is gone comes before all else; what it took in is one of its facts. */}
            {shown.mergedInto ? <MergedOrganisations organisation={shown} /> : null}
            <Facts organisation={shown} />
            <OrganisationNames organisation={shown} />
            {shown.mergedInto ? null : <MergedOrganisations organisation={shown} />}
            <Branches organisation={shown} />
            <OrganisationHistory history={shown.history} />
          </>
        )}
      </QueryView>
      {dialog === 'change' && organisation ? (
        <OrganisationDialog organisation={organisation} onClose={close} onDone={close} />
      ) : null}
      {dialog === 'merge' && organisation ? (
        <MergeDialog
          organisation={organisation}
          onClose={close}
          onDone={(into) => void navigate(`/organiser/organisations/${into}`)}
        />
      ) : null}
    </Page>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { count } = useFormats();
  const countries = useQuery(countriesQuery);
  const { nameZh, nameEn, code, countryCode, parent, use } = organisation;
  const country = countries.data?.countries.find((one) => one.code === countryCode)?.name;
  return (
    <dl className="organisation-facts">
      <dt>{t('nameZh')}</dt>
      <dd>{nameZh ?? t('notGiven')}</dd>
      <dt>{t('nameEn')}</dt>
      <dd>{nameEn ?? t('notGiven')}</dd>
      <dt>{t('code')}</dt>
      <dd>{code ?? t('notGiven')}</dd>
      <dt>{t('country')}</dt>
      <dd>{text(country) || (countryCode ?? t('notGiven'))}</dd>
      <dt>{t('parent')}</dt>
      <dd>{parent ? <Link to={`/organiser/organisations/${parent.id}`}>{text(parent.name)}</Link> : t('noParent')}</dd>
      <dt>{t('use')}</dt>
      <dd>{t('useText', { entries: count(use.nominated), people: count(use.people), judges: count(use.judges) })}</dd>
    </dl>
  );
}

function Branches({ organisation: { branches } }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  if (branches.length === 0) return null;
  return (
    <section>
      <h2>{t('branches')}</h2>
      <ul>
        {branches.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/organiser/organisations/${id}`}>{text(name)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
