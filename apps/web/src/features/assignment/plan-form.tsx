import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Choice } from '../../ui/choice.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { NumberField } from './number-field.js';
import { type AssignmentDesk, assignmentKeys, type AssignmentParameters } from './queries.js';
import { WeightFields } from './weight-fields.js';

const kinds = ['technology', 'management', 'venture-capital'] as const;
type Kind = (typeof kinds)[number];

interface PlanFormProps {
  stageId: string;
  desk: AssignmentDesk;
  onAsked: () => void;
}

/** What is asked of a plan; the last one's demands stand there, with a new seed. */
export function PlanForm({ stageId, desk, onAsked }: PlanFormProps) {
  const { t } = useTranslation('assignment');
  const { sentence } = useProblemMessage();
  const [parameters, setParameters] = useState<AssignmentParameters>(desk.proposed);
  const change = (next: Partial<AssignmentParameters>) => setParameters({ ...parameters, ...next });
  const { run, isPending, error } = useAct(
    (body: AssignmentParameters, key) =>
      answer(
        api.POST('/api/v1/stages/{stageId}/assignment-runs', {
          params: { path: { stageId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    assignmentKeys,
    onAsked,
  );
  return (
    <section className="card assignment-form" aria-labelledby="plan-form">
      <h2 id="plan-form">{t('form.title')}</h2>
      <div className="assignment-fields">
        <NumberField
          label={t('form.judgesWanted')}
          min={1}
          max={30}
          value={parameters.judgesWanted}
          onChange={(value) => change({ judgesWanted: value ?? 1 })}
        />
        <NumberField
          label={t('form.mostPerEmployer')}
          min={1}
          max={30}
          value={parameters.mostPerEmployer}
          onChange={(mostPerEmployer) => change({ mostPerEmployer })}
        />
        <Choice
          label={t('form.existing')}
          value={parameters.existing}
          options={[
            { value: 'keep', text: t('form.keep') },
            { value: 'improve', text: t('form.improve') },
          ]}
          onChange={(existing) => change({ existing })}
        />
      </div>
      <KindFields parameters={parameters} onChange={change} />
      <Checkbox
        checked={parameters.withSubstitutes}
        onChange={(event) => change({ withSubstitutes: event.target.checked })}
      >
        {t('form.withSubstitutes')}
      </Checkbox>
      <WeightFields parameters={parameters} onChange={change} />
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <p className="assignment-acts">
        <Button
          type="primary"
          loading={isPending}
          disabled={parameters.seed.trim() === ''}
          onClick={() => run({ ...parameters, seed: parameters.seed.trim() })}
        >
          {t('form.make')}
        </Button>
        {desk.runs[0]?.state === 'planned' ? <span className="muted">{t('form.replaces')}</span> : null}
      </p>
    </section>
  );
}

interface FieldsProps {
  parameters: AssignmentParameters;
  onChange: (next: Partial<AssignmentParameters>) => void;
}

function KindFields({ parameters, onChange }: FieldsProps) {
  const { t } = useTranslation('assignment');
  const wanted = (kind: Kind) => parameters.kindsWanted.find((one) => one.kind === kind)?.atLeast ?? 0;
  const set = (kind: Kind, atLeast: number) =>
    onChange({
      kindsWanted: kinds.flatMap((one) => {
        const number = one === kind ? atLeast : wanted(one);
        return number === 0 ? [] : [{ kind: one, atLeast: number }];
      }),
    });
  return (
    <fieldset className="assignment-kinds">
      <legend>{t('form.kinds')}</legend>
      {kinds.map((kind) => (
        <NumberField
          key={kind}
          label={t(`form.kind.${kind}`)}
          min={0}
          max={parameters.judgesWanted}
          value={wanted(kind)}
          onChange={(value) => set(kind, value ?? 0)}
        />
      ))}
    </fieldset>
  );
}
