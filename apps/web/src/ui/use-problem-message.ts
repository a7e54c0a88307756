import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.js';
import { useFormats } from '../locales/formats.js';
import { useLocale } from '../locales/use-text.js';
import { showNotice } from './notice-store.js';

interface ProblemMessage {
  /** `labelOf` says what the page calls the field of a path. */
  sentence: (problem: unknown, labelOf?: (path: string) => string | null) => string;
  show: (problem: unknown) => void;
}

/** A problem as a sentence: the server's own in the reader's language, else ours. */
export function useProblemMessage(): ProblemMessage {
  const { t } = useTranslation();
  const { own } = useFormats();
  const locale = useLocale();
  const sentence: ProblemMessage['sentence'] = (problem, labelOf) => {
    if (!(problem instanceof ApiProblem)) return t('problem.unknown');
    if (problem.code === 'network') return t('problem.network');
    const fields = (problem.problem?.errors ?? []).map(({ path, detail }) => {
      const label = labelOf?.(path) ?? null;
      return label === null ? detail : t('problem.field', { label, detail });
    });
    const now = problem.problem?.details?.['now'];
    const clock = typeof now === 'string' ? own(now) : null;
    const there = clock === null ? [] : [t('problem.ownClock', { time: clock })];
    const sentences = [problem.detail ?? t('problem.server', { status: problem.status }), ...there, ...fields];
    // A Chinese sentence ends with a full-width stop, which is its own gap.
    return sentences.join(locale === 'zh' ? '' : ' ');
  };
  return { sentence, show: (problem) => showNotice(sentence(problem)) };
}
