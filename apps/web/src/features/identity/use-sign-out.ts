import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { dropUnsavedWork, saveUnsavedWork } from './unsaved-work.js';
import { useSession } from './use-session.js';

/** What was typed is saved first; a person decides about what cannot be. */
export function useSignOut(): () => Promise<void> {
  const { t } = useTranslation('identity');
  const { signedOut } = useSession();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const { show } = useProblemMessage();
  const mayLose = async () =>
    await modal.confirm({
      title: t('unsaved.title'),
      content: t('unsaved.text'),
      okText: t('unsaved.signOut'),
      okButtonProps: { danger: true },
      cancelText: t('unsaved.stay'),
      autoFocusButton: 'cancel',
    });
  return async () => {
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
}
