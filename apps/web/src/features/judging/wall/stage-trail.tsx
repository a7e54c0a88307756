import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useText, type BilingualText } from '../../../locales/use-text.js';

interface StageTrailProps {
  stageId: string;
  /** Undefined until it has been read. */
  head: { edition: { slug: string; name: BilingualText }; stage: { name: BilingualText } } | undefined;
}

/** Where a page about a stage belongs: its edition, and its wall. */
export function StageTrail({ stageId, head }: StageTrailProps) {
  const { t } = useTranslation('judging');
  const text = useText();
  return (
    <>
      <Link to="/organiser">{t('wall.editions')}</Link>
      {head ? (
        <>
          <Link to={`/organiser/editions/${head.edition.slug}`}>{text(head.edition.name)}</Link>
          <Link to={`/organiser/stages/${stageId}`}>{text(head.stage.name)}</Link>
        </>
      ) : null}
    </>
  );
}
