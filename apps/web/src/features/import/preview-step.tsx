import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '../../api/problem.js';
import { useFormats } from '../../locales/formats.js';
import { FaultState } from '../../ui/fault-state.js';
import { Shape } from '../../ui/shape.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { renewed as renewedByRegister } from '../organisations/queries.js';
import { BadCells } from './bad-cells.js';
import { Consequences } from './consequences.js';
import { applyImport, type ImportPreview, type OpenImport, previewQuery } from './queries.js';

const renewed = ['imports', ...renewedByRegister] as const;

interface PreviewStepProps {
  slug: string;
  opened: OpenImport;
  onColumns: () => void;
}

export function PreviewStep({ slug, opened, onColumns }: PreviewStepProps) {
  const { t } = useTranslation('import');
  const query = useQuery(previewQuery(slug, opened.publicId));
  if (query.error && !query.data) return <FaultState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Shape lines={6} block />;
  const preview = query.data;
  const isRefused = preview.badCells.length > 0;
  return (
    <>
      <p>
        <strong>{opened.fileName}</strong>
      </p>
      <Summary preview={preview} />
      {isRefused ? <BadCells cells={preview.badCells} opened={opened} /> : <Consequences preview={preview} />}
      <div className="import-acts">
        {isRefused ? null : (
          <Application slug={slug} opened={opened} preview={preview} onAgain={() => void query.refetch()} />
        )}
        <Button onClick={onColumns}>{t('toColumns')}</Button>
        <Link className="quiet-button" to={`/organiser/editions/${slug}/import`}>
          {t('anotherFile')}
        </Link>
      </div>
    </>
  );
}

function Summary({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const { count } = useFormats();
  const { counts, absent, incomplete, badCells } = preview;
  if (badCells.length > 0) {
    return <Alert type="error" showIcon title={t('refused', { count: badCells.length })} />;
  }
  return (
    <>
      <dl className="import-counts">
        {(['new', 'changed', 'unchanged'] as const).map((outcome) => (
          <div key={outcome}>
            <dt>{t(`outcome.${outcome}`)}</dt>
            <dd>{count(counts[outcome])}</dd>
          </div>
        ))}
        <div>
          <dt>{t('absent')}</dt>
          <dd>{count(absent)}</dd>
        </div>
      </dl>
      {absent > 0 ? <p className="muted">{t('absentRule')}</p> : null}
      {counts.new + counts.changed === 0 ? <Alert type="success" showIcon title={t('nothingToDo')} /> : null}
      {incomplete > 0 ? <Alert type="info" showIcon title={t('incomplete', { count: incomplete })} /> : null}
    </>
  );
}

interface ApplicationProps {
  slug: string;
  opened: OpenImport;
  preview: ImportPreview;
  onAgain: () => void;
}

function Application({ slug, opened, preview, onAgain }: ApplicationProps) {
  const { t } = useTranslation('import');
  const { sentence } = useProblemMessage();
  const [reason, setReason] = useState('');
  const id = useId();
  const act = useAct(applyImport(slug, opened.publicId), renewed);
  const { counts, window, digest } = preview;
  const needsReason = window !== 'open';
  const isStale = act.error instanceof ApiProblem && act.error.code === 'revision-stale';
  if (counts.new + counts.changed === 0) return null;
  return (
    <div className="import-application">
      {needsReason ? (
        <div className="import-reason">
          <label htmlFor={id}>{t(`reasonLabel.${window === 'closed' ? 'closed' : 'notOpen'}`)}</label>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <small className="muted">{t('reasonRule')}</small>
        </div>
      ) : null}
      <Button
        type="primary"
        loading={act.isPending}
        disabled={isStale || (needsReason && reason.trim() === '')}
        onClick={() => act.run({ digest, reason: needsReason ? reason : '' })}
      >
        {t('apply', { added: counts.new, changed: counts.changed })}
      </Button>
      <div role="alert">
        {act.error ? (
          <Alert
            type="error"
            showIcon
            title={isStale ? t('stale') : sentence(act.error)}
            action={
              isStale ? (
                <Button
                  onClick={() => {
                    act.reset();
                    onAgain();
                  }}
                >
                  {t('previewAgain')}
                </Button>
              ) : undefined
            }
          />
        ) : null}
      </div>
    </div>
  );
}
