import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';

/** A problem as a sentence: the server's own in the reader's language, else ours. */
export function useProblemMessage(): { sentence: (problem: unknown) => string; show: (problem: unknown) => void } {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const sentence = (problem: unknown): string => {
    if (!(problem instanceof ApiProblem)) return t('problem.unknown');
    if (problem.code === 'network') return t('problem.network');
    const fields = (problem.problem?.errors ?? []).map(({ detail }) => detail);
    return [problem.detail ?? t('problem.server', { status: problem.status }), ...fields].join(' ');
  };
  return { sentence, show: (problem) => void message.error(sentence(problem), 8) };
}
