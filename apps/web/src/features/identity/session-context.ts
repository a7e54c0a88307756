import { createContext } from 'react';
import type { Schemas } from '../../api/client.js';

export type Session = Schemas['SessionDto'];
export type SessionUser = NonNullable<Session['user']>;

export interface SessionState {
  session: Session | undefined;
  /** Who works on this page; kept while an expired session is being renewed, so that nothing typed is lost. */
  user: SessionUser | null;
  /** False until the server has said who is signed in. */
  isKnown: boolean;
  error: Error | null;
  signedIn: (session: Session) => Promise<void>;
  signedOut: () => void;
  /** Asks for the password again, after the session has expired and the question was put aside. */
  askToSignIn: () => void;
}

export const SessionContext = createContext<SessionState | null>(null);
