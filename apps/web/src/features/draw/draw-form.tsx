import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import { Choice } from '../../ui/choice.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { DrawPool } from './draw-pool.js';
import {
  type DrawDemands,
  type DrawFieldsProps,
  drawnBefore,
  firstDemands,
  handDraw,
  isOpen,
  seededDraw,
} from './draw-demands.js';
import { keptHand } from './kept-hand.js';
import { HandLines } from './hand-lines-field.js';
import { type HandReading, readHandLines } from './hand-lines.js';
import { JudgeFields } from './judge-fields.js';
import {
  commitDraw,
  drawKeys,
  drawKinds,
  drawPoolQuery,
  recordDraw,
  type DrawDesk,
  type PooledMember,
} from './queries.js';

interface DrawFormProps {
  stageId: string;
  desk: DrawDesk;
  onMade: (id: string) => void;
}

const none: readonly PooledMember[] = [];

/** The first person's half: what is drawn, of whom, and by which way. */
export function DrawForm({ stageId, desk, onMade }: DrawFormProps) {
  const { t } = useTranslation('draw');
  const [demands, setDemands] = useState(() => ({ ...firstDemands, ...keptHand(stageId).read() }));
  const change = (next: Partial<DrawDemands>) => {
    const changed = { ...demands, ...next };
    setDemands(changed);
    keptHand(stageId).keep(changed);
  };
  const made = (id: string) => {
    keptHand(stageId).drop();
    onMade(id);
  };
  const { kind, panelId, fieldGroupId, passesConflicted } = demands;
  const isOfJudges = kind === 'judges';
  const pool = useQuery(
    drawPoolQuery(stageId, {
      ...{ kind, passesConflicted, panelId: isOfJudges && panelId !== '' ? panelId : null },
      fieldGroupId: isOfJudges && fieldGroupId !== '' ? fieldGroupId : null,
    }),
  );
  const fields = { desk, demands, onChange: change };
  return (
    <section className="card draw-form" aria-labelledby="draw-form">
      <h2 id="draw-form">{t('form.title')}</h2>
      <ScopeFields {...fields} />
      {isOfJudges ? <JudgeFields {...fields} /> : null}
      {kind === 'order' && desk.panels.length > 1 ? (
        <Checkbox checked={demands.byPanel} onChange={(event) => change({ byPanel: event.target.checked })}>
          {t('form.byPanel')}
        </Checkbox>
      ) : null}
      <DrawPool
        members={pool.data?.members ?? null}
        error={pool.error}
        onRetry={() => void pool.refetch()}
        kind={kind}
      />
      <MinuteFields {...fields} needsReason={drawnBefore(desk, demands)} />
      <RecordDraw stageId={stageId} {...fields} members={pool.data?.members ?? none} onMade={made} />
    </section>
  );
}

function ScopeFields({ desk, demands, onChange }: DrawFieldsProps) {
  const { t } = useTranslation('draw');
  const text = useText();
  return (
    <div className="draw-fields">
      <Choice
        label={t('form.kind')}
        value={demands.kind}
        options={drawKinds
          .filter((kind) => desk.panels.length > 0 || (kind !== 'judge-panels' && kind !== 'entry-panels'))
          .map((value) => ({ value, text: t(`kind.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={t('form.way')}
        value={demands.way}
        options={(['seed', 'hand'] as const).map((value) => ({ value, text: t(`way.${value}`) }))}
        onChange={(way) => onChange({ way })}
      />
      {demands.kind === 'judges' && desk.panels.length > 0 ? (
        <Choice
          label={t('form.panel')}
          value={demands.panelId}
          options={[
            { value: '', text: t('form.wholeStage') },
            ...desk.panels.map(({ id, name }) => ({ value: id, text: text(name) })),
          ]}
          onChange={(panelId) => onChange({ panelId })}
        />
      ) : null}
    </div>
  );
}

function MinuteFields({ demands, onChange, needsReason }: DrawFieldsProps & { needsReason: boolean }) {
  const { t } = useTranslation('draw');
  const isSeed = demands.way === 'seed';
  return (
    <div className="draw-fields">
      {isSeed ? (
        <TextField
          label={t('form.seedSource')}
          help={t('form.seedSourceHelp')}
          limit={300}
          value={demands.seedSource}
          onChange={(seedSource) => onChange({ seedSource })}
        />
      ) : null}
      <TimeField
        label={t(isSeed ? 'form.knownFrom' : 'form.drawnAt')}
        value={demands.at}
        onChange={(at) => onChange({ at })}
      />
      {(['place', 'drawer', 'supervisor'] as const).map((field) => (
        <TextField
          key={field}
          label={t(`form.${field}`)}
          limit={field === 'place' ? 200 : 100}
          value={demands[field]}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
      {needsReason ? (
        <TextField
          label={t('form.reason')}
          help={t('form.reasonHelp')}
          limit={500}
          value={demands.reason}
          onChange={(reason) => onChange({ reason })}
        />
      ) : null}
    </div>
  );
}

interface TextFieldProps {
  label: string;
  help?: string;
  limit: number;
  value: string;
  onChange: (value: string) => void;
}

function TextField({ label, help, limit, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className="draw-text">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        maxLength={limit}
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onChange(event.target.value)}
      />
      {help === undefined ? null : (
        <span id={`${id}-help`} className="muted">
          {help}
        </span>
      )}
    </div>
  );
}

function TimeField({ label, value, onChange }: Pick<TextFieldProps, 'label' | 'value' | 'onChange'>) {
  const id = useId();
  return (
    <div className="draw-text">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

interface RecordDrawProps extends DrawFieldsProps {
  stageId: string;
  members: readonly PooledMember[];
  onMade: (id: string) => void;
}

function RecordDraw({ stageId, desk, demands, onChange, members, onMade }: RecordDrawProps) {
  const { t } = useTranslation('draw');
  const { sentence } = useProblemMessage();
  const commit = useAct(commitDraw(stageId), drawKeys, ({ id }) => onMade(id));
  const record = useAct(recordDraw(stageId), drawKeys, ({ id }) => onMade(id));
  const reading = useReading(desk, demands, members);
  const isSeed = demands.way === 'seed';
  const missing = missingOf(desk, demands, reading);
  const act = isSeed ? commit : record;
  const why = useId();
  return (
    <>
      {isSeed ? null : (
        <HandLines
          reading={reading}
          members={members}
          kind={demands.kind}
          panels={desk.panels}
          text={demands.handText}
          onChange={(handText) => onChange({ handText })}
        />
      )}
      <div role="alert">{act.error ? <Alert type="error" showIcon title={sentence(act.error)} /> : null}</div>
      <p className="draw-acts">
        <Button
          type="primary"
          loading={act.isPending}
          disabled={missing !== null}
          aria-describedby={why}
          onClick={() => (isSeed ? commit.run(seededDraw(demands)) : record.run(handDraw(demands, reading.lines)))}
        >
          {t(isSeed ? 'form.commit' : 'form.record')}
        </Button>
        <span id={why} className="muted" role="status">
          {missing === null ? t(isSeed ? 'form.commitNote' : 'form.recordNote') : t(`form.missing.${missing}`)}
        </span>
      </p>
    </>
  );
}

/** Read anew only where what it depends on has changed: there may be thousands of lines. */
function useReading(desk: DrawDesk, demands: DrawDemands, members: readonly PooledMember[]): HandReading {
  const { t } = useTranslation('draw');
  const { handText, kind, seats } = demands;
  const [seat, reserve] = [t('hand.words.seat'), t('hand.words.reserve')];
  return useMemo(
    () => readHandLines(handText, { kind, members, panels: desk.panels, seats: seats ?? 0, words: { seat, reserve } }),
    [handText, kind, members, desk.panels, seats, seat, reserve],
  );
}

type Missing = 'open' | 'seats' | 'reason' | 'seedSource' | 'at' | 'lines' | 'unread';

function missingOf(desk: DrawDesk, demands: DrawDemands, { lines, unread }: HandReading): Missing | null {
  if (isOpen(desk, demands)) return 'open';
  if (demands.kind === 'judges' && (demands.seats ?? 0) < 1) return 'seats';
  if (drawnBefore(desk, demands) && demands.reason.trim() === '') return 'reason';
  if (demands.way === 'seed' && demands.seedSource.trim() === '') return 'seedSource';
  if (demands.at === '') return 'at';
  if (demands.way === 'hand' && unread.length > 0) return 'unread';
  return demands.way === 'hand' && lines.length === 0 ? 'lines' : null;
}
