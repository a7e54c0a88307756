import { useTranslation } from 'react-i18next';

/** The outline of what is coming, quiet for eyes and announced once to ears. */
export function Shape({ lines = 3, block = false }: { lines?: number; block?: boolean }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true" role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {block ? <div className="shape shape-block" /> : null}
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="shape shape-line" />
      ))}
    </div>
  );
}
