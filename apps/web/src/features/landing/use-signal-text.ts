import { useTranslation } from 'react-i18next';
import { landingSignalKeys, type LandingSignalKey } from '#domain/landing/landing-signals';

function isSignal(key: string): key is LandingSignalKey {
  return (landingSignalKeys as readonly string[]).includes(key);
}

/** A signal's name; one that an edition adds later is shown by its key rather than left out. */
export function useSignalText(): (key: string) => string {
  const { t } = useTranslation('landing');
  return (key) => (isSignal(key) ? t(`signal.${key}`) : key);
}
