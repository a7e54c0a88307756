import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { AssignmentDesk, AssignmentParameters } from './queries.js';

interface PlanChoiceProps {
  desk: AssignmentDesk;
  parameters: AssignmentParameters;
}

/** For whom alone a plan is; nothing where it is for everybody. */
export function PlanChoice({ desk, parameters: { onlyJudges, onlyPanels } }: PlanChoiceProps) {
  const { t } = useTranslation('assignment');
  const text = useText();
  if (onlyJudges.length + onlyPanels.length === 0) return null;
  const nameOf = (id: string) => desk.judges.find((judge) => judge.id === id)?.name ?? t('nameless');
  const names = [
    ...desk.panels.filter(({ id }) => onlyPanels.includes(id)).map(({ name }) => text(name)),
    ...onlyJudges.map(nameOf),
  ];
  return (
    <details className="assignment-chosen">
      <summary>{t('run.only', { judges: onlyJudges.length, panels: onlyPanels.length })}</summary>
      <p>{names.join(t('listSeparator'))}</p>
      <p className="muted">{t('run.onlyNote')}</p>
    </details>
  );
}
