import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { StateMark } from '../../ui/state-mark.js';
import { useAct } from '../../ui/use-act.js';
import { decide, type CheckEntries, type EligibilitySetting, type QueuedEntry } from './queries.js';
import { requestOf, useVerdict, type Verdict } from './use-verdict.js';
import { VerdictFields } from './verdict-fields.js';

interface BulkDialogProps {
  slug: string;
  setting: EligibilitySetting;
  entries: readonly QueuedEntry[];
  onClose: () => void;
}

const everything = ['pass', 'ask-correction', 'fail'] as const;

/** One decision for many: first what it would do to each, then all of them or none. */
export function BulkDialog({ slug, setting, entries, onClose }: BulkDialogProps) {
  const { t } = useTranslation('eligibility');
  const { verdict, change } = useVerdict(setting);
  const act = useAct(decide(slug), ['eligibility'], onClose);
  const preview = useMutation({
    mutationFn: (body: CheckEntries) =>
      answer(api.POST('/api/v1/editions/{slug}/eligibility/previews', { params: { path: { slug } }, body })),
  });
  const body = requestOf(
    verdict,
    entries.map(({ publicId, version }) => ({ publicId, version })),
  );
  const lines = preview.data?.entries;
  const refused = (lines ?? []).filter(({ refusal }) => refusal !== null).length;
  const edit = (changes: Partial<Verdict>) => {
    // What was previewed is not what would be done any more.
    preview.reset();
    act.reset();
    change(changes);
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('bulk.title', { count: entries.length })}
      act={lines ? t('bulk.act', { count: lines.length }) : t('bulk.preview')}
      isDangerous={lines !== undefined && verdict.decision === 'fail'}
      isDisabled={body === null || refused > 0}
      isBusy={act.isPending || preview.isPending}
      error={act.error ?? preview.error}
      onConfirm={() => {
        if (body === null) return;
        if (lines) act.run(body);
        else preview.mutate(body);
      }}
      onClose={onClose}
    >
      <VerdictFields setting={setting} verdict={verdict} onChange={edit} decisions={everything} />
      <div role="status">{lines ? <Consequences lines={lines} refused={refused} /> : null}</div>
    </ConfirmDialog>
  );
}

function Consequences({ lines, refused }: { lines: readonly Schemas['ConsequenceDto'][]; refused: number }) {
  const { t, i18n } = useTranslation('eligibility');
  const why = (refusal: string) => (i18n.exists(`eligibility:refusal.${refusal}`) ? refusal : 'other');
  return (
    <>
      <p>
        {refused > 0 ? (
          <StateMark tone="danger">
            <strong>{t('bulk.refused', { count: refused })}</strong>
          </StateMark>
        ) : (
          <strong>{t('bulk.allDone', { count: lines.length })}</strong>
        )}
      </p>
      <ul className="consequences">
        {lines.map(({ publicId, number, title, from, outcome, refusal }) => (
          <li key={publicId}>
            {t('bulk.entry', { number, title })}
            <br />
            <span className={refusal === null ? 'muted' : 'refused'}>
              {outcome === null
                ? t(`refusal.${why(refusal ?? '') as 'other'}`)
                : t('bulk.becomes', { from: t(`state.${from}`), to: t(`outcome.${outcome}`) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
