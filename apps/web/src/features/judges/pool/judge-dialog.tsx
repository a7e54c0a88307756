import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { readAnew, useAct } from '../../../ui/use-act.js';
import { judgeKeys, type ListedJudge } from '../queries.js';
import { factsOf, formOf, type JudgeForm } from './judge-facts.js';
import { JudgeFactsFields } from './judge-facts-fields.js';
import { useJudgeFields } from './use-judge-fields.js';

interface JudgeDialogProps {
  slug: string;
  /** As the list had it when the dialog was opened: the change is made over this version. */
  judge: ListedJudge;
  onClose: () => void;
}

/** All that the office knows of one judge. */
export function JudgeDialog({ slug, judge, onClose }: JudgeDialogProps) {
  const { t } = useTranslation('judges');
  const client = useQueryClient();
  const [form] = Form.useForm<JudgeForm>();
  const { run, isPending, error } = useAct(
    async (values: JudgeForm, key) => {
      const { id, version } = judge;
      const header = { 'Idempotency-Key': key, 'If-Match': `"${version}"` };
      const path = { slug, id };
      try {
        await answer(
          api.PUT('/api/v1/editions/{slug}/judges/{id}', {
            params: { path, header },
            body: factsOf(values, judge.fieldGroups),
          }),
        );
      } catch (problem) {
        // What was typed stays; the next dialog is opened over what then stands.
        if (problem instanceof ApiProblem && problem.code === 'revision-stale') await readAnew(client, judgeKeys);
        throw problem;
      }
    },
    judgeKeys,
    onClose,
  );
  const labelOf = useJudgeFields(form, error);
  return (
    <ConfirmDialog
      isOpen
      title={t('pool.title', { name: judge.name ?? t('nameless') })}
      act={t('pool.save')}
      isBusy={isPending}
      error={error}
      labelOf={labelOf}
      onConfirm={() => form.submit()}
      onClose={onClose}
    >
      <Form<JudgeForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={formOf(judge)}
        onFinish={(values) => run(values)}
      >
        <JudgeFactsFields slug={slug} />
      </Form>
    </ConfirmDialog>
  );
}
