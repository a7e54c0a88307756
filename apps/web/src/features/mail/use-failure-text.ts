import { useTranslation } from 'react-i18next';

const known = [
  'account-disabled',
  'address-refused',
  'connection-lost',
  'server-unknown',
  'sign-in-refused',
  'timed-out',
  'tls-failed',
  'worker-lost',
] as const;

/** Why a message was not taken, in words; a mail server's own answer by its number. */
export function useFailureText(): (code: string) => string {
  const { t } = useTranslation('mail');
  return (code) => {
    const found = known.find((one) => one === code);
    if (found !== undefined) return t(`failure.${found}`);
    return t('failure.smtp', { number: code.replace(/^smtp-/, '') });
  };
}
