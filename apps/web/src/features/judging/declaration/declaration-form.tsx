import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { forgetUnseen } from '../../../api/forget-unseen.js';
import { useLocale } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { useAct } from '../../../ui/use-act.js';
import { deliver } from '../delivery.js';
import { forgetAssignment } from '../offline/forget-assignment.js';
import type { RecusalReason } from '../recusal-reasons.js';
import { foundTeams } from './found-teams.js';
import type { DeclarationDesk } from './queries.js';
import { TeamChoice } from './team-choice.js';

interface DeclarationFormProps {
  slug: string;
  stageKey: string;
  desk: DeclarationDesk;
}

/** The own teams, with a choice beside each, and the statement that closes the list. */
export function DeclarationForm({ slug, stageKey, desk }: DeclarationFormProps) {
  const { t } = useTranslation('declaration');
  const locale = useLocale();
  const [sought, setSought] = useState('');
  const [ties, setTies] = useState<ReadonlyMap<string, RecusalReason>>(new Map());
  const [isAsked, setAsked] = useState(false);
  const { teams, text } = desk;
  const act = useDeclaration(slug, stageKey);
  const found = foundTeams(teams, sought);
  const mark = (assignment: string, reason: RecusalReason | null) => {
    const next = new Map(ties);
    if (reason === null) next.delete(assignment);
    else next.set(assignment, reason);
    setTies(next);
  };
  const given = teams.map(({ assignment }) => ({ assignment, reasonCode: ties.get(assignment) ?? null }));
  return (
    <>
      <p>{t(desk.declared > 0 ? 'leadAgain' : 'lead', { count: teams.length })}</p>
      <label className="declaration-search">
        <span>{t('search')}</span>
        <Input type="search" allowClear value={sought} onChange={(event) => setSought(event.target.value)} />
      </label>
      <p className="muted" role="status">
        {found.length === teams.length
          ? t('teams', { count: teams.length })
          : t('found', { count: found.length, all: teams.length })}
      </p>
      <ul className="plain-list declaration-teams">
        {found.map((team) => (
          <TeamChoice
            key={team.assignment}
            team={team}
            reason={ties.get(team.assignment) ?? null}
            onChange={(reason) => mark(team.assignment, reason)}
          />
        ))}
      </ul>
      <section className="card declaration-statement">
        <h2>{t('statement')}</h2>
        {text[locale].map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="declaration-count">
          {ties.size === 0 ? t('noTie', { count: teams.length }) : t('marked', { count: ties.size })}
        </p>
        <Button type="primary" size="large" onClick={() => setAsked(true)}>
          {ties.size === 0 ? t('declareNone') : t('declareMarked', { count: ties.size })}
        </Button>
      </section>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('confirmTitle')}
        act={t('confirm')}
        isDangerous={ties.size > 0}
        isBusy={act.isPending}
        error={act.error}
        onConfirm={() => act.run({ version: text.version, teams: given })}
        onClose={() => setAsked(false)}
      >
        <Summary desk={desk} ties={ties} />
      </ConfirmDialog>
    </>
  );
}

function Summary({ desk, ties }: { desk: DeclarationDesk; ties: ReadonlyMap<string, RecusalReason> }) {
  const { t } = useTranslation(['declaration', 'judging']);
  const marked = desk.teams.filter(({ assignment }) => ties.has(assignment));
  const free = desk.teams.length - marked.length;
  return (
    <>
      {marked.length > 0 ? (
        <>
          <p>{t('confirmTies', { count: marked.length })}</p>
          <ul>
            {marked.map(({ assignment, title }) => (
              <li key={assignment}>
                {title} · {t(`judging:recusal.reasons.${ties.get(assignment) ?? 'other'}`)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {free > 0 ? <p>{t(marked.length > 0 ? 'confirmOthers' : 'confirmNone', { count: free })}</p> : null}
    </>
  );
}

function useDeclaration(slug: string, stageKey: string) {
  const client = useQueryClient();
  return useAct(
    async (body: Schemas['DeclareInterestsDto'], key) => {
      await answer(
        api.POST('/api/v1/my/declarations/{slug}/{stageKey}', {
          params: { path: { slug, stageKey }, header: { 'Idempotency-Key': key } },
          body,
        }),
      );
      const taken = body.teams.filter(({ reasonCode }) => reasonCode !== null);
      await Promise.all(taken.map(({ assignment }) => forgetAssignment(assignment)));
      // What was submitted before it was asked for has waited for it.
      void deliver();
      // The queue as it was would lead back here for a moment; no other page shows what was stepped back from.
      forgetUnseen(client);
    },
    ['declaration'],
  );
}
