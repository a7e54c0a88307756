import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../api/problem.js';
import { useLocale } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { EmptyState } from '../../../ui/empty-state.js';
import type { RecusalReason } from '../recusal-reasons.js';
import { DeclarationSummary, unmarkedOfOwnEmployer } from './declaration-summary.js';
import { foundTeams } from './found-teams.js';
import type { DeclarationDesk } from './queries.js';
import { TeamChoice } from './team-choice.js';
import { useDeclaration, useRereading } from './use-declaration.js';

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
  const [chosen, setChosen] = useState<ReadonlyMap<string, RecusalReason>>(new Map());
  const [isAsked, setAsked] = useState(false);
  const { teams, text } = desk;
  // A team may have left the list since it was marked.
  const ties = new Map([...chosen].filter(([key]) => teams.some(({ assignment }) => assignment === key)));
  const found = foundTeams(teams, sought);
  const mark = (assignment: string, reason: RecusalReason | null) => {
    const next = new Map(chosen);
    if (reason === null) next.delete(assignment);
    else next.set(assignment, reason);
    setChosen(next);
  };
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
      {found.length === 0 ? (
        <EmptyState text={t('foundNone')}>
          <Button onClick={() => setSought('')}>{t('clearSearch')}</Button>
        </EmptyState>
      ) : null}
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
      <DeclarationDialog {...{ slug, stageKey, desk, ties }} isOpen={isAsked} onClose={() => setAsked(false)} />
    </>
  );
}

interface DeclarationDialogProps extends DeclarationFormProps {
  ties: ReadonlyMap<string, RecusalReason>;
  isOpen: boolean;
  onClose: () => void;
}

/** Another wording, or a team that is no longer the judge's. */
const staleCodes: ReadonlySet<string> = new Set(['declaration-changed', 'assignment-not-found']);

/** Asks before it declares. A list of another version is not declared by again: it can only be read anew. */
function DeclarationDialog({ slug, stageKey, desk, ties, isOpen, onClose }: DeclarationDialogProps) {
  const { t } = useTranslation('declaration');
  const [isMeant, setMeant] = useState(false);
  const { teams, text } = desk;
  const act = useDeclaration(slug, stageKey);
  const close = () => {
    setMeant(false);
    onClose();
  };
  const reading = useRereading(slug, stageKey, () => {
    act.reset();
    close();
  });
  const isStale = act.error instanceof ApiProblem && staleCodes.has(act.error.code);
  const given = teams.map(({ assignment }) => ({ assignment, reasonCode: ties.get(assignment) ?? null }));
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('confirmTitle')}
      act={t(isStale ? 'reload' : 'confirm')}
      isDangerous={ties.size > 0 && !isStale}
      isDisabled={!isStale && !isMeant && unmarkedOfOwnEmployer(teams, ties).length > 0}
      isBusy={act.isPending || reading.isPending}
      error={reading.error ?? act.error}
      onConfirm={() => (isStale ? reading.run(undefined) : act.run({ version: text.version, teams: given }))}
      onClose={close}
    >
      {isStale ? (
        <p>{t('reloadKeeps')}</p>
      ) : (
        <DeclarationSummary teams={teams} ties={ties} isMeant={isMeant} onMean={setMeant} />
      )}
    </ConfirmDialog>
  );
}
