import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateMark, type Tone } from '../../ui/state-mark.js';
import { useFocusAfter } from '../../ui/use-focus-after.js';
import type { ListedJudge } from './queries.js';
import type { RosterAct } from './roster-act-dialog.js';

const tones: Record<ListedJudge['place'], Tone> = {
  'on-roster': 'done',
  'off-roster': 'idle',
  'addition-proposed': 'attention',
  'removal-proposed': 'attention',
};

/** A standing proposal is taken back, or approved, in the panel above. */
const actOf = ({ place }: ListedJudge): RosterAct | null =>
  place === 'on-roster' ? 'propose-removal' : place === 'off-roster' ? 'propose-addition' : null;

interface PlaceCellProps {
  judge: ListedJudge;
  /** Whether the dialog asks about this judge. */
  isAsked: boolean;
  onAsk: (act: RosterAct) => void;
}

/** Where a judge stands with the roster, and the act that fits. */
export function PlaceCell({ judge, isAsked, onAsk }: PlaceCellProps) {
  const { t } = useTranslation('judges');
  const cell = useFocusAfter<HTMLDivElement>(isAsked);
  const name = judge.name ?? t('nameless');
  const act = actOf(judge);
  return (
    <div ref={cell} tabIndex={-1} role="group" aria-label={t('placeOf', { name })}>
      <StateMark tone={tones[judge.place]}>{t(`place.${judge.place}`)}</StateMark>
      {act ? (
        <div className="judge-act">
          <Button size="small" onClick={() => onAsk(act)} aria-label={t('actOf', { act: t(`roster.${act}`), name })}>
            {t(`roster.${act}`)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
