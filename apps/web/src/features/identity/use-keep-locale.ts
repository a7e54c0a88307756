import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { changeLocale, type Locale } from '../../locales/index.js';
import type { Session } from './session-context.js';
import { useSession } from './use-session.js';

/** The page changes at once; the choice is kept with the person where somebody is signed in. */
export function useKeepLocale(): (locale: Locale) => Promise<void> {
  const { user } = useSession();
  const client = useQueryClient();
  return async (locale) => {
    await changeLocale(locale);
    if (!user) return;
    client.setQueryData<Session>(['session'], (now) => (now?.user ? { ...now, user: { ...now.user, locale } } : now));
    // Kept on this device already: a lost answer costs nothing but the same choice on another device.
    await answer(api.PUT('/api/v1/session/locale', { body: { locale } })).catch(() => undefined);
  };
}
