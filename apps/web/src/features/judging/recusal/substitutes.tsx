import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { assignmentKeys } from '../../assignment/queries.js';
import { type EntryToCover, substitutesQuery } from './queries.js';

/** Judging is over, or the case is another's: there is nothing to assign, and the page says so elsewhere. */
const elsewhere = ['window-already-closed', 'organiser-conflicted'];

/** Entries that a recusal left with too few judges; one click gives the proposed judge the entry. */
export function Substitutes({ stageId, seen }: { stageId: string; seen: string }) {
  const { t } = useTranslation('recusal');
  const { sentence } = useProblemMessage();
  const query = useQuery(substitutesQuery(stageId, seen));
  const { run, isPending, error } = useAct(
    (body: { entryId: string; judgeId: string }, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/assignments', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    [...assignmentKeys, 'stage-recusals', 'substitutes', 'wall'],
  );
  if (query.error instanceof ApiProblem && elsewhere.includes(query.error.code)) return null;
  const entries = query.data?.entries ?? [];
  const fault = error ?? query.error;
  if (entries.length === 0 && !fault) return null;
  return (
    <div className="card substitutes">
      <h2>{t('substitutes.title')}</h2>
      <p>{t('substitutes.lead')}</p>
      <div role="alert">{fault ? <Alert type="error" showIcon title={sentence(fault)} /> : null}</div>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} isBusy={isPending} assign={run} />
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  entry: EntryToCover;
  isBusy: boolean;
  assign: (pair: { entryId: string; judgeId: string }) => void;
}

function Entry({ entry, isBusy, assign }: EntryProps) {
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
              disabled={isBusy}
              aria-label={t('substitutes.assignTo', { judge: judge.name ?? t('nameless'), entry: name })}
              onClick={() => assign({ entryId: entry.id, judgeId: judge.id })}
            >
              {t('substitutes.assign')}
            </Button>
          </div>
        ))}
      </div>
    </li>
  );
}
