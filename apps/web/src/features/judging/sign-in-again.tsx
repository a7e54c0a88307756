import type { ReactNode } from 'react';
import { useSession } from '../identity/use-session.js';
import './sign-in-again.css';

/** Asks for the password over the page as it stands; what waits is sent afterwards. */
export function SignInAgain({ children }: { children: ReactNode }) {
  const { askToSignIn } = useSession();
  return (
    <button type="button" className="quiet-button sheet-sign-in" onClick={askToSignIn}>
      {children}
    </button>
  );
}
