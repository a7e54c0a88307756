import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import type { PublicEdition } from '../../contest/public-editions.js';
import type { FormNode } from './form-editor-queries.js';
import type { DraftState, FormDraft } from './use-form-draft.js';

interface DraftActsProps {
  edition: PublicEdition;
  node: FormNode;
  desk: Schemas['FormDeskDto'];
  draft: FormDraft;
}

type Act = 'publish' | 'discard';

const tones: Readonly<Record<DraftState, 'done' | 'going' | 'danger'>> = {
  saved: 'done',
  saving: 'going',
  failed: 'danger',
  stale: 'danger',
};

/** Undo and redo, where the draft is, its publication and its end. */
export function DraftActs({ edition, node, desk, draft }: DraftActsProps) {
  const { t } = useTranslation('forms');
  const [asked, setAsked] = useState<Act | null>(null);
  const { run, isPending, error, reset } = useAct<Act, unknown>(
    (act, key) => {
      const path = { slug: edition.slug, trackKey: node.trackKey };
      const init = { params: { path, header: { 'If-Match': `"${draft.version}"`, 'Idempotency-Key': key } } };
      return act === 'publish'
        ? answer(api.POST('/api/v1/editions/{slug}/forms/{trackKey}/versions', init))
        : answer(api.DELETE('/api/v1/editions/{slug}/forms/{trackKey}/draft', init));
    },
    ['form-nodes', 'form'],
    // The page begins anew from what is now in force.
    () => window.location.reload(),
  );
  const isSettled = draft.state === 'saved';
  // What somebody else has changed is loaded again before anything more is done.
  const isStale = draft.state === 'stale';
  return (
    <div className="draft-acts">
      <p role="status">
        <StateMark
          tone={draft.hasDraft || !isSettled ? tones[draft.state] : desk.publishedNumber > 0 ? 'done' : 'idle'}
        >
          {draft.hasDraft || !isSettled
            ? t(`state.${draft.state}`)
            : desk.publishedNumber > 0
              ? t('published', { number: desk.publishedNumber })
              : node.parentKey === null
                ? t('none')
                : t('inherits')}
        </StateMark>
      </p>
      {draft.state === 'failed' ? <Button onClick={draft.retry}>{t('retry')}</Button> : null}
      <Button onClick={() => draft.undo?.()} disabled={isStale || draft.undo === null}>
        {t('undo')}
      </Button>
      <Button onClick={() => draft.redo?.()} disabled={isStale || draft.redo === null}>
        {t('redo')}
      </Button>
      {draft.hasDraft ? (
        <Button danger disabled={!isSettled} onClick={() => setAsked('discard')}>
          {t('discard.act')}
        </Button>
      ) : null}
      <Button
        type="primary"
        disabled={!draft.hasDraft || !isSettled || draft.problems.length > 0}
        onClick={() => setAsked('publish')}
      >
        {t('publish.act')}
      </Button>
      {asked ? (
        <ConfirmDialog
          isOpen
          title={t(`${asked}.title`)}
          act={t(`${asked}.act`)}
          isDangerous={asked === 'discard'}
          isBusy={isPending}
          error={error}
          onConfirm={() => run(asked)}
          onClose={() => {
            setAsked(null);
            reset();
          }}
        >
          <p>{t(`${asked}.text`, { number: desk.publishedNumber + 1, count: node.entries })}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
