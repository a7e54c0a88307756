import { useQueryClient } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import type { Session } from './session-context.js';
import { useSession } from './use-session.js';

export type ReadingPreferences = Schemas['ReadingPreferencesDto'];

const usual: ReadingPreferences = { textSize: 100, singleKeys: true, entryShare: null };

/** How the signed-in person reads and types. The page follows a choice at once; it is kept with the person. */
export function useReadingPreferences(): [ReadingPreferences, (change: Partial<ReadingPreferences>) => Promise<void>] {
  const { user } = useSession();
  const client = useQueryClient();
  const preferences = user?.preferences ?? usual;
  const change = async (changed: Partial<ReadingPreferences>) => {
    const chosen = { ...preferences, ...changed };
    client.setQueryData<Session>(['session'], (now) =>
      now?.user ? { ...now, user: { ...now.user, preferences: chosen } } : now,
    );
    // In force on this page already: a lost answer costs nothing but the same choice once more.
    await answer(api.PUT('/api/v1/session/preferences', { body: chosen })).catch(() => undefined);
  };
  return [preferences, change];
}
