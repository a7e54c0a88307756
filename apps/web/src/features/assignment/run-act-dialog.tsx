import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { ApiProblem } from '../../api/problem.js';
import { useFormats } from '../../locales/formats.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { readAnew, useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { assignmentKeys, type AssignmentPreview, type AssignmentRun } from './queries.js';

const texts = {
  application: { title: 'run.applyTitle', act: 'run.apply', text: 'run.applyText' },
  discard: { title: 'run.discardTitle', act: 'run.discard', text: 'run.discardText' },
  cancellation: { title: 'run.cancelTitle', act: 'run.cancel', text: 'run.cancelText' },
} as const;

type RunAct = keyof typeof texts;

export interface AskedAct {
  act: RunAct;
  /** Of the plan that is applied. */
  changes?: AssignmentPreview['changes'];
}

interface RunActDialogProps extends AskedAct {
  stageId: string;
  run: AssignmentRun;
  onClose: () => void;
}

const paths = {
  discard: '/api/v1/stages/{stageId}/assignment-runs/{runId}/discard',
  cancellation: '/api/v1/stages/{stageId}/assignment-runs/{runId}/cancellation',
} as const;

async function send(stageId: string, run: AssignmentRun, act: RunAct, key: string): Promise<unknown> {
  const params = { path: { stageId, runId: run.id }, header: { 'Idempotency-Key': key } };
  if (act !== 'application') return answer(api.POST(paths[act], { params }));
  return answer(
    api.POST('/api/v1/stages/{stageId}/assignment-runs/{runId}/application', {
      params,
      body: { planHash: run.planHash ?? '' },
    }),
  );
}

/** Asks once more. A plan that somebody else has ended meanwhile is shown as it now is. */
export function RunActDialog({ stageId, run, act, changes, onClose }: RunActDialogProps) {
  const { t } = useTranslation('assignment');
  const { count } = useFormats();
  const { show } = useProblemMessage();
  const client = useQueryClient();
  const {
    run: ask,
    isPending,
    error,
  } = useAct(
    async (of: RunAct, key) => {
      try {
        await send(stageId, run, of, key);
      } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'assignment-plan-ended') {
          await readAnew(client, assignmentKeys);
          show(problem);
          onClose();
        }
        throw problem;
      }
    },
    assignmentKeys,
    onClose,
  );
  const { added = 0, removed = 0, kept = 0 } = changes ?? {};
  return (
    <ConfirmDialog
      isOpen
      title={t(texts[act].title, { number: run.number })}
      act={t(texts[act].act)}
      {...(act === 'cancellation' ? { stay: t('run.stay') } : {})}
      isDangerous={act !== 'application'}
      isOver={error instanceof ApiProblem && error.code === 'assignment-plan-overtaken'}
      isBusy={isPending}
      error={error}
      onConfirm={() => ask(act)}
      onClose={onClose}
    >
      <p>{t(texts[act].text, { added: count(added), removed: count(removed), kept: count(kept) })}</p>
    </ConfirmDialog>
  );
}
