import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../locales/use-text.js';
import { FaultState } from '../../ui/fault-state.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { assignOrganisation } from './assign-dialog.js';
import { assignedQuery, type Naming, renewed } from './queries.js';
import { useNamingText } from './use-naming-text.js';

/** What was said by hand, each of it to be taken back. Nothing where nothing was. */
export function AssignedNamings({ slug }: { slug: string }) {
  const { t } = useTranslation('organisations');
  const query = useQuery(assignedQuery(slug));
  const namings = query.data?.namings ?? [];
  const isFault = query.error !== null && !query.data;
  if (namings.length === 0 && !isFault) return null;
  return (
    <section className="assigned-namings">
      <h2>{t('assigned')}</h2>
      <p className="muted">{t('assignedRule')}</p>
      {isFault ? (
        <FaultState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <ul className="organisation-rows">
          {namings.map((naming) => (
            <AssignedRow key={naming.id} slug={slug} naming={naming} />
          ))}
        </ul>
      )}
    </section>
  );
}

function AssignedRow({ slug, naming }: { slug: string; naming: Naming }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const namingText = useNamingText();
  const { sentence } = useProblemMessage();
  const { run, isPending, error } = useAct(assignOrganisation(slug), renewed);
  const { organisation, place, id } = naming;
  const where = namingText(naming);
  return (
    <li className="unrecognised">
      <div>
        <strong>{naming.text}</strong> <span className="muted">{where}</span>
        {organisation ? (
          <div>
            <Link to={`/organiser/organisations/${organisation.id}`}>{text(organisation.name)}</Link>
          </div>
        ) : null}
        <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      </div>
      <div className="unrecognised-acts">
        <Button
          loading={isPending}
          onClick={() => run({ organisationId: null, places: [{ place, id }] })}
          aria-label={t('assignedUndoOf', { name: naming.text, where })}
        >
          {t('assignedUndo')}
        </Button>
      </div>
    </li>
  );
}
