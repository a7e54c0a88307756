import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../locales/use-text.js';
import type { AssignmentList } from '../assignments.js';
import { interestsPath } from './queries.js';
import '../declaration/declaration.css';

/** In the queue: where a judge of blind stages names ties, and whether that was done. */
export function NamingAsked({ naming }: { naming: AssignmentList['naming'] }) {
  const { t } = useTranslation('interests');
  const text = useText();
  return naming.map(({ edition, namedAt }) => (
    <div key={edition.slug} className="card declaration-owed">
      <p>{t(namedAt === null ? 'owed' : 'done', { edition: text(edition.name) })}</p>
      <Link className={namedAt === null ? 'queue-next' : 'quiet-button'} to={interestsPath(edition.slug)}>
        {t(namedAt === null ? 'goOn' : 'change')}
      </Link>
    </div>
  ));
}
