import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './declaration.css';

/** In the queue: what has to come before entries open; nothing where all are open. */
export function DeclarationOwed({ to, count }: { to: string; count: number }) {
  const { t } = useTranslation('declaration');
  if (count === 0) return null;
  return (
    <div className="card declaration-owed">
      <p>{t('owed', { count })}</p>
      <Link className="queue-next" to={to}>
        {t('declare')}
      </Link>
    </div>
  );
}
