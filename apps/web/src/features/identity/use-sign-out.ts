import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { useSession } from './use-session.js';

export function useSignOut(): () => Promise<void> {
  const { signedOut } = useSession();
  const navigate = useNavigate();
  const { show } = useProblemMessage();
  return async () => {
    try {
      await answer(api.DELETE('/api/v1/session'));
    } catch (problem) {
      show(problem);
      return;
    }
    signedOut();
    await navigate('/');
  };
}
