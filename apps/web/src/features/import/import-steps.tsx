import { useTranslation } from 'react-i18next';

const steps = ['file', 'columns', 'preview', 'done'] as const;
export type ImportStep = (typeof steps)[number];

export function ImportSteps({ step }: { step: ImportStep }) {
  const { t } = useTranslation('import');
  const at = steps.indexOf(step);
  return (
    <ol className="import-steps" aria-label={t('steps')}>
      {steps.map((one, index) => (
        <li key={one} aria-current={one === step ? 'step' : undefined} data-past={index < at ? '' : undefined}>
          <span className="import-step-number" aria-hidden="true">
            {index + 1}
          </span>
          {t(`step.${one}`)}
        </li>
      ))}
    </ol>
  );
}
