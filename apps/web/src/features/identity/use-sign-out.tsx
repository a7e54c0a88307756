import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { dropUnsavedWork, saveUnsavedWork } from './unsaved-work.js';
import { useSession } from './use-session.js';

// Loaded when it is asked: nobody should wait for a dialog that hardly ever opens.
const UnsavedQuestion = lazy(() => import('./unsaved-question.js'));

interface SignOut {
  readonly signOut: () => Promise<void>;
  /** To be shown by whoever offers the sign-out. */
  readonly question: ReactNode;
}

/** What was typed is saved first; a person decides about what cannot be. */
export function useSignOut(): SignOut {
  const { signedOut } = useSession();
  const navigate = useNavigate();
  const { show } = useProblemMessage();
  const [answerQuestion, setAnswerQuestion] = useState<((mayLose: boolean) => void) | null>(null);
  const mayLose = async () => {
    const isAllowed = await new Promise<boolean>((resolve) => setAnswerQuestion(() => resolve));
    setAnswerQuestion(null);
    return isAllowed;
  };
  const signOut = async () => {
    if (!(await saveUnsavedWork()) && !(await mayLose())) return;
    try {
      await answer(api.DELETE('/api/v1/session'));
    } catch (problem) {
      // An expired session is signed out already.
      if (!(problem instanceof ApiProblem && problem.isExpired)) {
        show(problem);
        return;
      }
    }
    dropUnsavedWork();
    signedOut();
    await navigate('/');
  };
  const question = answerQuestion ? (
    <Suspense fallback={null}>
      <UnsavedQuestion onAnswer={answerQuestion} />
    </Suspense>
  ) : null;
  return { signOut, question };
}
