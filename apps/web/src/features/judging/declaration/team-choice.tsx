import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../ui/choice.js';
import { StateMark } from '../../../ui/state-mark.js';
import { recusalReasons, type RecusalReason } from '../recusal-reasons.js';
import type { OwnTeam } from './queries.js';

interface TeamChoiceProps {
  team: OwnTeam;
  reason: RecusalReason | null;
  onChange: (reason: RecusalReason | null) => void;
}

/** Who a team is, and whether the judge has a tie to it. */
export function TeamChoice({ team, reason, onChange }: TeamChoiceProps) {
  const { t } = useTranslation(['declaration', 'judging']);
  const id = useId();
  return (
    <li>
      <div
        className={reason === null ? 'declaration-team' : 'declaration-team is-marked'}
        role="group"
        aria-labelledby={id}
      >
        <div className="declaration-who">
          <h3 id={id}>{team.title}</h3>
          {team.isOfOwnEmployer ? <StateMark tone="attention">{t('ownEmployer')}</StateMark> : null}
          <ul className="plain-list">
            {team.people.map(({ role, name, organisation }, index) => (
              <li key={index}>
                {name} <span className="muted">{t(`roles.${role}`)}</span>
                {organisation ? <span className="declaration-employer">{organisation}</span> : null}
              </li>
            ))}
          </ul>
          {team.people.length === 0 ? <p className="muted">{t('nobody')}</p> : null}
        </div>
        <Choice
          label={t('tie')}
          value={reason ?? ''}
          options={[
            { value: '', text: t('none') },
            ...recusalReasons.map((value) => ({ value, text: t(`judging:recusal.reasons.${value}`) })),
          ]}
          onChange={(value) => onChange(value === '' ? null : value)}
        />
      </div>
    </li>
  );
}
