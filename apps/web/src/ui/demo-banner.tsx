import { useTranslation } from 'react-i18next';

/** Invented data must never be mistaken for results: no control hides this. */
export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <p className="demo-banner" role="note">
      {t('demo')}
    </p>
  );
}
