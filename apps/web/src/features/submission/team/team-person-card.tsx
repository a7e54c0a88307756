import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark } from '../../../ui/state-mark.js';
import { InviteDialog } from './invite-dialog.js';
import { PersonActs } from './person-acts.js';
import { PersonDetailsDialog } from './person-details-dialog.js';
import type { Team, TeamPerson } from './team-queries.js';

interface TeamPersonCardProps {
  entryId: string;
  team: Team;
  person: TeamPerson;
}

export function TeamPersonCard({ entryId, team, person }: TeamPersonCardProps) {
  const { t } = useTranslation('team');
  const text = useText();
  const [opened, setOpened] = useState<'details' | 'invite' | null>(null);
  const mayInvite = team.isLead && !team.isWithdrawn && !person.hasJoined && person.role !== 'lead';
  const facts = [person.latinName, person.organisation, person.country && text(person.country.name)].filter(Boolean);
  return (
    <li className="team-person" aria-label={person.name}>
      <div className="team-person-who">
        <h3>
          {person.name}
          {person.isMe ? <span className="muted team-person-me">{t('you')}</span> : null}
        </h3>
        <span>{t(`role.${person.role}`)}</span>
        <JoinMark person={person} />
      </div>
      {facts.length > 0 ? <p className="team-person-line">{facts.join(' · ')}</p> : null}
      <p className="team-person-line">
        {person.phone || person.email ? (
          <>
            {person.phone ? <span className="team-contact">{person.phone}</span> : null}
            {person.email ? <span className="team-contact">{person.email}</span> : null}
          </>
        ) : (
          <span className="muted">{t('noContact')}</span>
        )}
      </p>
      {person.invitation && !person.invitation.isExpired ? (
        <p className="team-person-line muted">
          {t('invite.goodUntil')} <Moment at={person.invitation.expiresAt} />
        </p>
      ) : null}
      <div className="team-person-acts">
        {team.isLead || person.isMe ? <Button onClick={() => setOpened('details')}>{t('details.act')}</Button> : null}
        {mayInvite ? (
          <Button onClick={() => setOpened('invite')}>{t(person.invitation ? 'invite.renew' : 'invite.act')}</Button>
        ) : null}
        {team.isLead && !team.isWithdrawn ? <PersonActs entryId={entryId} person={person} /> : null}
      </div>
      {opened === 'details' ? (
        <PersonDetailsDialog entryId={entryId} person={person} onClose={() => setOpened(null)} />
      ) : null}
      {opened === 'invite' ? <InviteDialog entryId={entryId} person={person} onClose={() => setOpened(null)} /> : null}
    </li>
  );
}

function JoinMark({ person }: { person: TeamPerson }) {
  const { t } = useTranslation('team');
  if (person.hasJoined) {
    return <StateMark tone="done">{t(person.mayEdit ? 'joinedEditor' : 'joined')}</StateMark>;
  }
  if (person.invitation) {
    const isExpired = person.invitation.isExpired;
    return <StateMark tone={isExpired ? 'idle' : 'attention'}>{t(isExpired ? 'expired' : 'invited')}</StateMark>;
  }
  return <StateMark tone="idle">{t('notJoined')}</StateMark>;
}
