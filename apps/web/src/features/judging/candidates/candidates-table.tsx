import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../../ui/csv.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark, type Tone } from '../../../ui/state-mark.js';
import { FileButton } from '../wall/file-button.js';
import { ConfirmCandidate } from './confirm-candidate.js';
import { DismissCandidate } from './dismiss-candidate.js';
import { OrderCandidate } from './order-candidate.js';
import {
  type Candidate,
  type CandidatePage,
  type CandidateState,
  type Evidence,
  isAsked,
  wholeCandidates,
} from './queries.js';

const tones: Record<CandidateState, Tone> = {
  ...{ open: 'attention', ordered: 'attention', blocking: 'idle', confirmed: 'done', dismissed: 'idle' },
};

/** Evidence whose other side is no team of the entry, but one that proposes to the same problem. */
const rivalCodes: readonly Evidence['code'][] = ['rival-employer', 'earlier-rival-employer'];
/** Evidence whose other side is a competitor of the problem's owner. */
const competitorCodes: readonly Evidence['code'][] = ['competitor-employer', 'earlier-competitor-employer'];
const lineOf = (code: Evidence['code']) => {
  if (competitorCodes.includes(code)) return 'competitorLine';
  return rivalCodes.includes(code) ? 'rivalLine' : 'evidenceLine';
};

interface CandidatesTableProps {
  stageId: string;
  shown: CandidatePage;
  state: CandidateState | '';
}

interface Asked {
  act: 'confirm' | 'order' | 'dismiss';
  candidate: Candidate;
}

export function CandidatesTable({ stageId, shown, state }: CandidatesTableProps) {
  const { t } = useTranslation('candidates');
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useColumns(setAsked);
  const filed = columns.filter(({ isScreenOnly }) => !isScreenOnly);
  const caption = t('caption', { count: shown.total });
  const file = async (): Promise<Cell[][]> => [
    filed.map(({ header }) => header),
    ...(await wholeCandidates(stageId, state)).map((row) => filed.map(({ cell }) => cell(row))),
  ];
  const close = () => setAsked(null);
  return (
    <div className="candidates">
      <DataTable
        caption={caption}
        columns={columns}
        rows={shown.candidates}
        rowKey={({ judge, entry }) => `${entry.id} ${judge.id}`}
        empty={t(state === 'open' ? 'noneOpen' : 'none')}
        actions={
          <FileButton
            name={`${shown.edition.slug}-${shown.stage.key}-conflict-candidates`}
            caption={caption}
            rows={file}
          />
        }
      />
      {asked?.act === 'confirm' ? (
        <ConfirmCandidate stageId={stageId} candidate={asked.candidate} onClose={close} />
      ) : null}
      {asked?.act === 'order' ? (
        <OrderCandidate stageId={stageId} slug={shown.edition.slug} candidate={asked.candidate} onClose={close} />
      ) : null}
      {asked?.act === 'dismiss' ? (
        <DismissCandidate stageId={stageId} candidate={asked.candidate} onClose={close} />
      ) : null}
    </div>
  );
}

/** One piece of evidence as a sentence: what it is, and both sides of it. */
function useSaid() {
  const { t } = useTranslation('candidates');
  return ({ code, ofJudge, ofTeam }: Evidence) => t(lineOf(code), { evidence: t(`codes.${code}`), ofJudge, ofTeam });
}

function useColumns(ask: (asked: Asked) => void): Column<Candidate>[] {
  const { t } = useTranslation('candidates');
  const said = useSaid();
  const judgeOf = ({ judge }: Candidate) => judge.name ?? t('nameless');
  const nameOf = (candidate: Candidate) => `${judgeOf(candidate)} · ${candidate.entry.title}`;
  const entryOf = ({ entry: { number, title }, isCalibration }: Candidate) =>
    isCalibration ? t('calibrationEntry', { number, title }) : `${number} · ${title}`;
  return [
    {
      ...{ key: 'entry', header: t('entry'), isRowHeader: true },
      cell: entryOf,
    },
    { key: 'judge', header: t('judge'), cell: judgeOf },
    {
      ...{ key: 'evidence', header: t('evidence') },
      cell: ({ evidence }) => evidence.map(said).join('; '),
      show: ({ evidence }) => (
        <ul className="plain-list candidate-evidence">
          {evidence.map((one) => (
            <li key={said(one)} className={one.weight === 'hints' ? 'muted' : undefined}>
              {said(one)}
            </li>
          ))}
        </ul>
      ),
    },
    {
      ...{ key: 'state', header: t('state') },
      cell: ({ state, reason }) => (reason === null ? t(`states.${state}`) : `${t(`states.${state}`)}: ${reason}`),
      show: ({ state, reason, dismissedAt }) => (
        <>
          <StateMark tone={tones[state]}>{t(`states.${state}`)}</StateMark>
          {state === 'dismissed' && reason !== null ? <p className="candidate-reason">{reason}</p> : null}
          {state === 'dismissed' && dismissedAt !== null ? <Moment at={dismissedAt} /> : null}
        </>
      ),
    },
    {
      ...{ key: 'acts', header: t('acts'), isScreenOnly: true, cell: () => '' },
      show: (candidate) => <Acts candidate={candidate} name={nameOf(candidate)} ask={ask} />,
    },
  ];
}

interface ActsProps {
  candidate: Candidate;
  name: string;
  ask: (asked: Asked) => void;
}

function Acts({ candidate, name, ask }: ActsProps) {
  const { t } = useTranslation('candidates');
  if (candidate.state === 'confirmed' || candidate.state === 'ordered') return null;
  const act = isAsked(candidate) ? 'confirm' : 'order';
  return (
    <div className="candidate-acts">
      <Button aria-label={t(`${act}Of`, { name })} onClick={() => ask({ act, candidate })}>
        {t(act)}
      </Button>
      {candidate.state === 'open' ? (
        <Button aria-label={t('dismissOf', { name })} onClick={() => ask({ act: 'dismiss', candidate })}>
          {t('dismiss')}
        </Button>
      ) : null}
    </div>
  );
}
