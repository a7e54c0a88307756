import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import type { JudgePapers } from './queries.js';

interface PaperHeadingProps {
  papers: JudgePapers;
  kind: 'schedule' | 'sign-in' | 'fees';
}

/** At the head of a paper: of which edition and stage it is, and what. */
export function PaperHeading({ papers, kind }: PaperHeadingProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  return (
    <header className="judge-paper-head">
      <p>
        {text(papers.edition.name)} · {text(papers.stage.name)}
      </p>
      <h2>{t(`papers.kinds.${kind}`)}</h2>
    </header>
  );
}
