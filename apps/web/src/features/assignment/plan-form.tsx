import { Alert, Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { Choice } from '../../ui/choice.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { ChoiceFields } from './choice-fields.js';
import { NumberField } from './number-field.js';
import { demandsOf, kinds, knownChoice, missingOf, parametersOf, type PlanDemands } from './plan-demands.js';
import { type AssignmentDesk, assignmentKeys, type AssignmentParameters } from './queries.js';
import { WeightFields } from './weight-fields.js';

/** An entry has no more. */
const mostJudges = 30;

interface PlanFormProps {
  stageId: string;
  desk: AssignmentDesk;
  onAsked: () => void;
}

/** What is asked of a plan; the last one's demands stand there, with a new seed. */
export function PlanForm({ stageId, desk, onAsked }: PlanFormProps) {
  const { t } = useTranslation('assignment');
  const { sentence } = useProblemMessage();
  const [demands, setDemands] = useState(() => demandsOf(knownChoice(desk)));
  const change = (next: Partial<PlanDemands>) => setDemands({ ...demands, ...next });
  const missing = desk.entries === 0 ? 'entries' : missingOf(demands);
  const why = useId();
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
          max={mostJudges}
          value={demands.judgesWanted}
          onChange={(judgesWanted) => change({ judgesWanted })}
        />
        <NumberField
          label={t('form.mostPerEmployer')}
          min={1}
          max={mostJudges}
          value={demands.mostPerEmployer}
          onChange={(mostPerEmployer) => change({ mostPerEmployer })}
        />
        <Choice
          label={t('form.existing')}
          value={demands.existing}
          options={[
            { value: 'keep', text: t('form.keep') },
            { value: 'improve', text: t('form.improve') },
          ]}
          onChange={(existing) => change({ existing })}
        />
      </div>
      <KindFields demands={demands} onChange={change} />
      <Checkbox
        checked={demands.withSubstitutes}
        onChange={(event) => change({ withSubstitutes: event.target.checked })}
      >
        {t('form.withSubstitutes')}
      </Checkbox>
      <ChoiceFields desk={desk} demands={demands} onChange={change} />
      <WeightFields demands={demands} onChange={change} />
      <div role="alert">{error ? <Alert type="error" showIcon title={sentence(error)} /> : null}</div>
      <p className="assignment-acts">
        <Button
          type="primary"
          loading={isPending}
          disabled={missing !== null}
          aria-describedby={why}
          onClick={() => {
            const parameters = parametersOf(demands);
            if (parameters) run(parameters);
          }}
        >
          {t('form.make')}
        </Button>
        {desk.runs[0]?.state === 'planned' ? <span className="muted">{t('form.replaces')}</span> : null}
        <span id={why} className="muted" role="status">
          {missing === null ? null : t(`form.missing.${missing}`)}
        </span>
      </p>
    </section>
  );
}

interface FieldsProps {
  demands: PlanDemands;
  onChange: (next: Partial<PlanDemands>) => void;
}

function KindFields({ demands: { judgesWanted, kindsWanted }, onChange }: FieldsProps) {
  const { t } = useTranslation('assignment');
  return (
    <fieldset className="assignment-kinds">
      <legend>{t('form.kinds')}</legend>
      {kinds.map((kind) => (
        <NumberField
          key={kind}
          label={t(`form.kind.${kind}`)}
          min={0}
          max={judgesWanted ?? mostJudges}
          value={kindsWanted[kind]}
          onChange={(atLeast) => onChange({ kindsWanted: { ...kindsWanted, [kind]: atLeast } })}
        />
      ))}
    </fieldset>
  );
}
