import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Schemas } from '../../api/client.js';
import { choose, chosenBy, sendChosen, type PreferenceChange } from './chosen-preferences.js';
import type { Session } from './session-context.js';
import { useSession } from './use-session.js';

export type ReadingPreferences = Schemas['ReadingPreferencesDto'];

const usual: ReadingPreferences = { textSize: 100, singleKeys: true, entryShare: null };

/** How the signed-in person reads and types. The page follows a choice at once; it is kept with the person. */
export function useReadingPreferences(): [ReadingPreferences, (change: PreferenceChange) => Promise<void>] {
  const { user } = useSession();
  const client = useQueryClient();
  const person = user?.key ?? null;
  useEffect(() => {
    if (person === null) return undefined;
    const send = () => void sendChosen(person);
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [person]);
  const change = async (changed: PreferenceChange) => {
    client.setQueryData<Session>(['session'], (now) =>
      now?.user ? { ...now, user: { ...now.user, preferences: { ...now.user.preferences, ...changed } } } : now,
    );
    if (person !== null) await choose(person, changed);
  };
  return [{ ...(user?.preferences ?? usual), ...(person === null ? {} : chosenBy(person)) }, change];
}
