import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { assignmentKeys } from '../../assignment/queries.js';
import { type EntryToCover, substitutesQuery } from './queries.js';

/** Judging is over, or the case is another's: there is nothing to assign, and the page says so elsewhere. */
const elsewhere = ['window-already-closed', 'organiser-conflicted'];

/** A judge and the entry that the judge was offered for, kept by name: the list may move meanwhile. */
interface Chosen {
  entryId: string;
  judgeId: string;
  entry: string;
  judge: string;
}

/** Entries that a recusal left with too few judges; the proposed judge is given the entry once both names are confirmed. */
export function Substitutes({ stageId, assignments }: { stageId: string; assignments: number }) {
  const { t } = useTranslation('recusal');
  const { sentence } = useProblemMessage();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const query = useQuery(substitutesQuery(stageId, assignments));
  const { run, isPending, error } = useAct(
    (body: { entryId: string; judgeId: string }, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/assignments', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    [...assignmentKeys, 'stage-recusals', 'substitutes', 'wall'],
    () => setChosen(null),
  );
  if (query.error instanceof ApiProblem && elsewhere.includes(query.error.code)) return null;
  const entries = query.data?.entries ?? [];
  if (entries.length === 0 && !query.error && !chosen) return null;
  return (
    <div className="card substitutes">
      <h2>{t('substitutes.title')}</h2>
      <p>{t('substitutes.lead')}</p>
      <div role="alert">{query.error ? <Alert type="error" showIcon title={sentence(query.error)} /> : null}</div>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} choose={setChosen} />
        ))}
      </ul>
      <ConfirmDialog
        isOpen={chosen !== null}
        title={t('substitutes.assign')}
        act={t('substitutes.assign')}
        isBusy={isPending}
        error={error}
        onConfirm={() => {
          if (chosen) run({ entryId: chosen.entryId, judgeId: chosen.judgeId });
        }}
        onClose={() => setChosen(null)}
      >
        <p>{chosen ? t('substitutes.confirm', { judge: chosen.judge, entry: chosen.entry }) : null}</p>
      </ConfirmDialog>
    </div>
  );
}

interface EntryProps {
  entry: EntryToCover;
  choose: (chosen: Chosen) => void;
}

function Entry({ entry, choose }: EntryProps) {
  const { t } = useTranslation('recusal');
  const name = `${entry.number} · ${entry.title}`;
  return (
    <li>
      <h3>
        {name} <StateMark tone="attention">{t('substitutes.missing', { count: entry.missing })}</StateMark>
      </h3>
      {entry.proposed.length === 0 ? <p>{t('substitutes.nobody')}</p> : null}
      <div className="substitute-choices">
        {entry.proposed.map((judge, index) => (
          <div key={judge.id} className="substitute">
            <span>
              {judge.name ?? t('nameless')}{' '}
              <span className="muted">
                {t(judge.isSubstitute ? 'substitutes.reserve' : 'substitutes.panel')} ·{' '}
                {t('substitutes.load', { count: judge.load })}
              </span>
            </span>
            <Button
              type={index === 0 ? 'primary' : 'default'}
              aria-label={t('substitutes.assignTo', { judge: judge.name ?? t('nameless'), entry: name })}
              onClick={() =>
                choose({ entryId: entry.id, judgeId: judge.id, entry: name, judge: judge.name ?? t('nameless') })
              }
            >
              {t('substitutes.assign')}
            </Button>
          </div>
        ))}
      </div>
    </li>
  );
}
