import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { QueryView } from '../../../ui/query-view.js';
import { useAct } from '../../../ui/use-act.js';
import type { OwnEntry } from '../queries.js';
import { TeamPersonCard } from './team-person-card.js';
import { teamQuery, type Team } from './team-queries.js';
import './team.css';

/** Who stands on the entry, who has joined with an account, and what they may do. */
export function TeamSection({ entry }: { entry: OwnEntry }) {
  const query = useQuery(teamQuery(entry.publicId));
  return <QueryView query={query}>{(team) => <TeamList entryId={entry.publicId} team={team} />}</QueryView>;
}

function TeamList({ entryId, team }: { entryId: string; team: Team }) {
  const { t } = useTranslation('team');
  return (
    <>
      <p className="muted">{t(team.isWithdrawn ? 'withdrawnNote' : team.isLead ? 'leadNote' : 'memberNote')}</p>
      {team.members.length === 0 ? (
        <p className="muted">{t('empty')}</p>
      ) : (
        <ul className="plain-list">
          {team.members.map((person) => (
            <TeamPersonCard key={person.id} entryId={entryId} team={team} person={person} />
          ))}
        </ul>
      )}
      {team.isLead ? null : <LeaveTeam entryId={entryId} />}
    </>
  );
}

function LeaveTeam({ entryId }: { entryId: string }) {
  const { t } = useTranslation('team');
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { run, isPending, error } = useAct(
    (_: null, key) =>
      answer(
        api.DELETE('/api/v1/entries/{publicId}/membership', {
          params: { path: { publicId: entryId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    ['my-entries'],
    () => void navigate('/entries'),
  );
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('leave.act')}</Button>
      {isAsked ? (
        <ConfirmDialog
          isOpen
          isDangerous
          title={t('leave.title')}
          act={t('leave.act')}
          isBusy={isPending}
          error={error}
          onConfirm={() => run(null)}
          onClose={() => setAsked(false)}
        >
          <p>{t('leave.text')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
