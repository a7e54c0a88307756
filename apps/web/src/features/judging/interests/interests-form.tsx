import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { useAct } from '../../../ui/use-act.js';
import { Moment } from '../../../ui/moment.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { ChangedElsewhere } from './changed-elsewhere.js';
import { InterestLine, type EditedInterest } from './interest-line.js';
import { interestKinds } from './named-lines.js';
import type { InterestStatement, NamedInterest } from './queries.js';

const most = 100;

/** Four short lists; what is empty is not sent. Nothing is kept before it is saved. */
export function InterestsForm({ slug, statement }: { slug: string; statement: InterestStatement }) {
  const { t } = useTranslation('interests');
  const { sentence } = useProblemMessage();
  const made = useRef(statement.interests.length);
  const [lines, setLines] = useState<readonly EditedInterest[]>(
    statement.interests.map((interest, key) => ({ key, interest })),
  );
  const { run, isPending, error } = useAct(
    (interests: NamedInterest[], key) =>
      answer(
        api.PUT('/api/v1/my/interests/{slug}', {
          params: { path: { slug }, header: { 'Idempotency-Key': key, 'If-Match': `"${statement.number}"` } },
          body: { interests },
        }),
      ),
    ['interests', 'my-assignments'],
  );
  const add = (kind: NamedInterest['kind']) => {
    const interest = { kind, name: '', unit: null, fromYear: null, untilYear: null };
    setLines([...lines, { key: made.current++, interest }]);
  };
  const change = (key: number, interest: NamedInterest | null) =>
    setLines(lines.flatMap((line) => (line.key !== key ? [line] : interest === null ? [] : [{ key, interest }])));
  const given = interestKinds.flatMap((kind) =>
    lines.map(({ interest }) => interest).filter((one) => one.kind === kind && one.name.trim() !== ''),
  );
  const isStale = error instanceof ApiProblem && error.code === 'revision-stale';
  return (
    <form
      className="interests-form"
      onSubmit={(event) => {
        event.preventDefault();
        run(given);
      }}
    >
      <p role="status">
        <Standing recordedAt={statement.recordedAt} isRefused={error !== null} />
      </p>
      {interestKinds.map((kind) => (
        <fieldset key={kind} className="card">
          <legend>{t(`kinds.${kind}.title`)}</legend>
          <p className="muted">{t(`kinds.${kind}.text`)}</p>
          <ul className="plain-list">
            {lines
              .filter(({ interest }) => interest.kind === kind)
              .map((line, index) => (
                <InterestLine
                  key={line.key}
                  number={index + 1}
                  line={line}
                  onChange={(interest) => change(line.key, interest)}
                />
              ))}
          </ul>
          <Button disabled={lines.length >= most} onClick={() => add(kind)}>
            {t(`kinds.${kind}.add`)}
          </Button>
        </fieldset>
      ))}
      <div role="alert">
        {isStale ? <ChangedElsewhere slug={slug} opened={statement} /> : null}
        {error && !isStale ? <Alert type="error" showIcon title={sentence(error)} /> : null}
      </div>
      <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={isStale}>
        {given.length === 0 ? t('saveNone') : t('save', { count: given.length })}
      </Button>
    </form>
  );
}

function Standing({ recordedAt, isRefused }: { recordedAt: string | null; isRefused: boolean }) {
  const { t } = useTranslation('interests');
  if (isRefused) return <StateMark tone="attention">{t('notSaved')}</StateMark>;
  if (recordedAt === null) return <StateMark tone="attention">{t('notYet')}</StateMark>;
  return (
    <>
      <StateMark tone="done">{t('saved')}</StateMark> <Moment at={recordedAt} />
    </>
  );
}
