import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

const exports = ['entries', 'contacts', 'sign-in', 'organisations', 'judges', 'problems'] as const;
const formats = ['xlsx', 'csv'] as const;
/** Pages that print them. */
const printed = { contacts: 'address-list', 'sign-in': 'sign-in-sheet' } as const;

/** What goes out as a file; the server writes down who took it. */
export function ExportLinks({ slug }: { slug: string }) {
  const { t } = useTranslation('import');
  return (
    <section className="import-exports">
      <h2>{t('exports')}</h2>
      <p className="muted">{t('exportsRule')}</p>
      <ul>
        {exports.map((what) => (
          <li key={what}>
            <span>{t(`export.${what}`)}</span>
            {what in printed ? (
              <Link
                className="quiet-button"
                to={`/organiser/editions/${slug}/${printed[what as keyof typeof printed]}`}
                aria-label={t('printOf', { what: t(`export.${what}`) })}
              >
                {t('print')}
              </Link>
            ) : null}
            {formats.map((format) => (
              <a
                key={format}
                className="quiet-button"
                href={`/api/v1/editions/${slug}/exports/${what}?format=${format}`}
                aria-label={t('exportAs', { what: t(`export.${what}`), format: t(`format.${format}`) })}
                download
              >
                {t(`format.${format}`)}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
