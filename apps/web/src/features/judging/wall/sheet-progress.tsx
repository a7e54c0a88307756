import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { ProgressBar } from '../../../ui/progress-bar.js';

interface SheetProgressProps {
  label: string;
  submitted: number;
  drafts: number;
  assigned: number;
}

/** The bar, and its numbers in words below it. */
export function SheetProgress({ label, submitted, drafts, assigned }: SheetProgressProps) {
  const { t } = useTranslation('judging');
  const { count } = useFormats();
  return (
    <div className="sheet-progress">
      <ProgressBar label={label} part={submitted} second={drafts} whole={assigned} />
      <span className="sheet-progress-numbers">
        {t('wall.sheets', { submitted: count(submitted), assigned: count(assigned) })}
        {drafts > 0 ? <span className="muted"> {t('wall.draftSheets', { drafts: count(drafts) })}</span> : null}
      </span>
    </div>
  );
}
