import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { answer, api, onSignedOut } from '../../api/client.js';
import { forgetAnswers } from '../../api/etag-cache.js';
import { setServerTime } from '../../app/server-clock.js';
import { closeDoor, deviceOwner, onWiped, openDevice, wipeDevice } from '../../device/device.js';
import { readOrPrepared, sessionName } from '../../device/prepared.js';
import { changeLocale, isLocale } from '../../locales/index.js';
import { SessionContext, type Session } from './session-context.js';
import { takeNext } from './next-path.js';
import { hasTabWork, saveUnsavedWork } from './unsaved-work.js';

// Few people ever see it: it must not weigh on the first page.
const ExpiredDialog = lazy(() => import('./expired-dialog.js').then((module) => ({ default: module.ExpiredDialog })));

const sessionKey = ['session'];

/** Asked also without a line, and never again by itself. */
const whenever = { staleTime: Infinity, networkMode: 'always', refetchOnReconnect: false } as const;

const ownerKey = 'leitai.owner';

/** What a tab keeps belongs to whoever typed it: it is gone before another person works in it. */
async function claimTab(user: Session['user']): Promise<void> {
  if (!user) return;
  const owner = window.sessionStorage.getItem(ownerKey);
  if (owner !== null && owner !== user.key) window.sessionStorage.clear();
  window.sessionStorage.setItem(ownerKey, user.key);
  await openDevice(user.key);
}

/** Where no server answers, who has prepared this device for work without network goes on with it. */
async function sessionOnDevice(fault: Error): Promise<Session> {
  const owner = deviceOwner();
  if (owner === null) throw fault;
  await openDevice(owner);
  return readOrPrepared<Session>(sessionName, () => Promise.reject(fault));
}

async function readSession(): Promise<Session> {
  let session: Session;
  try {
    session = await answer(api.GET('/api/v1/session'));
  } catch (fault) {
    return sessionOnDevice(fault as Error);
  }
  if (!session.user) closeDoor();
  await claimTab(session.user);
  setServerTime(session.serverTime);
  return session;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error } = useQuery({ queryKey: sessionKey, queryFn: readSession, ...whenever });
  const [hasExpired, setExpired] = useState(false);
  const user = data?.user ?? null;

  useEffect(() => {
    onSignedOut(() => {
      closeDoor();
      setExpired(Boolean(client.getQueryData<Session>(sessionKey)?.user));
    });
  }, [client]);
  useEffect(() => {
    if (user && isLocale(user.locale)) void changeLocale(user.locale);
  }, [user]);

  useEffect(() => {
    // On every page: what is kept in this tab alone stays there after the person has gone on to another page.
    const unload = (event: BeforeUnloadEvent) => {
      if (hasTabWork()) event.preventDefault();
    };
    window.addEventListener('beforeunload', unload);
    return () => window.removeEventListener('beforeunload', unload);
  }, []);

  const signedIn = useCallback(
    async (session: Session) => {
      const before = client.getQueryData<Session>(sessionKey)?.user;
      await claimTab(session.user);
      const isSame = !before || before.key === session.user?.key;
      forgetAnswers();
      // Another person must not meet the pages of the one before.
      if (!isSame) window.location.assign('/');
      client.setQueryData(sessionKey, session);
      setServerTime(session.serverTime);
      setExpired(false);
      if (isSame) void saveUnsavedWork();
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
    [client],
  );
  const leave = useCallback(() => {
    forgetAnswers();
    setExpired(false);
    window.sessionStorage.clear();
    takeNext();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    client.setQueryData<Session>(sessionKey, (now) => (now ? { ...now, user: null } : now));
  }, [client]);
  const signedOut = useCallback(() => {
    void wipeDevice();
    leave();
  }, [leave]);
  // Signed out in another tab: what this one shows is nobody’s any more, and would be kept nowhere.
  useEffect(() => onWiped(leave), [leave]);

  const askToSignIn = useCallback(() => setExpired(true), []);
  const state = useMemo(
    () => ({ session: data, user, isKnown: data !== undefined, error, signedIn, signedOut, askToSignIn }),
    [data, user, error, signedIn, signedOut, askToSignIn],
  );
  return (
    <SessionContext value={state}>
      {children}
      {hasExpired ? (
        <Suspense>
          <ExpiredDialog onCancel={() => setExpired(false)} />
        </Suspense>
      ) : null}
    </SessionContext>
  );
}
