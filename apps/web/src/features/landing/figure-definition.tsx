import { useTranslation } from 'react-i18next';
import { Moment } from '../../ui/moment.js';
import { Toggletip } from '../../ui/toggletip.js';

interface FigureDefinitionProps {
  label: string;
  definition: string;
  asOf: string;
}

/** What a figure counts and when it was counted: a number quoted alone can still be checked. */
export function FigureDefinition({ label, definition, asOf }: FigureDefinitionProps) {
  const { t } = useTranslation('landing');
  return (
    <Toggletip label={t('definitionOf', { label })}>
      {definition}
      <span className="figure-as-of">
        {t('asOf')} <Moment at={asOf} />
      </span>
    </Toggletip>
  );
}
