import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignatureWay } from '#domain/contest/stage-rules';
import { deviceIntentions } from '../../../device/device.js';
import { useLocale } from '../../../locales/use-text.js';
import { QueryView } from '../../../ui/query-view.js';
import type { QueueStage } from '../assignments.js';
import { allSubmissions, forgetSubmission, readSubmission, type WaitingSubmission } from '../waiting-submission.js';
import { SignatureField, type Signature } from '../signature/signature-field.js';
import { checkSheets, submitSheets, type CheckedSheet } from './check-sheets.js';
import { SheetResult, SheetStanding } from './sheet-standing.js';

/** A text, for it to change when anything of it does. */
const standing = () => JSON.stringify(allSubmissions());

const isReady = ({ readiness }: CheckedSheet) => readiness.kind === 'ready';

/** A summary of what would be submitted and what is missing; after the act, the receipt of each. */
export function SubmitAllDialog({ stage, onClose }: { stage: QueueStage; onClose: () => void }) {
  const { t } = useTranslation('judging');
  const language = useLocale();
  // As it stood when the summary was asked for: what is submitted from it stays in it.
  const query = useQuery({
    queryKey: ['submit-all', stage.edition.slug, stage.stage.key],
    queryFn: () => checkSheets(stage, language),
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
    refetchOnReconnect: false,
  });
  const [sent, setSent] = useState<readonly CheckedSheet[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  useSyncExternalStore(deviceIntentions.subscribe, standing);
  const ready = (query.data ?? []).filter(isReady);
  const [signature, sign] = useState<Signature | null>(null);
  const asks = (way: SignatureWay) =>
    ready.some(({ readiness }) => readiness.kind === 'ready' && readiness.way === way);
  const isSigned = !asks('screen') || signature !== null;
  const submit = async () => {
    setBusy(true);
    await submitSheets(ready, signature);
    setBusy(false);
    setSent(ready);
  };
  const close = () => {
    // Their receipts have been shown.
    for (const { line } of sent ?? []) {
      if (readSubmission(line.publicId)?.state === 'delivered') forgetSubmission(line.publicId);
    }
    onClose();
  };
  return (
    <Modal
      open
      title={t('submitAll.title')}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <div className="dialog-acts">
          <Button onClick={close}>{t(sent ? 'submitAll.close' : 'review.back')}</Button>
          {sent ? null : (
            <Button
              type="primary"
              disabled={ready.length === 0 || !isSigned}
              loading={isBusy || query.isPending}
              onClick={() => void submit()}
            >
              {t('submitAll.submit', { count: ready.length })}
            </Button>
          )}
        </div>
      }
    >
      <QueryView query={query}>
        {(sheets) => (
          <>
            {sent ? <Results sent={sent} /> : <Summary ready={ready.length} rest={sheets.length - ready.length} />}
            <SheetTable sheets={sent ?? sheets} isSent={sent !== null} />
            {!sent && asks('screen') ? <SignatureField value={signature} onChange={sign} /> : null}
            {!sent && asks('paper') ? <p>{t('signature.onPaper')}</p> : null}
            {sent ? null : <p className="muted">{t('submitAll.note')}</p>}
          </>
        )}
      </QueryView>
    </Modal>
  );
}

function Summary({ ready, rest }: { ready: number; rest: number }) {
  const { t } = useTranslation('judging');
  if (ready === 0) return <p>{t('submitAll.summaryNone')}</p>;
  return <p>{t(rest === 0 ? 'submitAll.summaryAll' : 'submitAll.summary', { ready, rest })}</p>;
}

function Results({ sent }: { sent: readonly CheckedSheet[] }) {
  const { t } = useTranslation('judging');
  const now = sent.map(({ line }) => readSubmission(line.publicId));
  const done = now.filter((one: WaitingSubmission | undefined) => one?.state === 'delivered').length;
  return (
    <div role="status">
      <p>{t('submitAll.result', { done, of: sent.length })}</p>
      {now.some((one) => one?.state === 'waiting') ? (
        <Alert type="warning" showIcon title={t('submitAll.waiting')} />
      ) : null}
    </div>
  );
}

function SheetTable({ sheets, isSent }: { sheets: readonly CheckedSheet[]; isSent: boolean }) {
  const { t } = useTranslation('judging');
  return (
    <table className="review-table submit-all">
      <thead>
        <tr>
          <th scope="col">{t('submitAll.entry')}</th>
          <th scope="col" className="number">
            {t('submitAll.total')}
          </th>
          <th scope="col">{t('submitAll.state')}</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => {
          const { line, readiness } = sheet;
          return (
            <tr key={line.publicId}>
              <th scope="row">{t('sheetTitleOf', line)}</th>
              <td className="number">{'total' in readiness ? readiness.total : t('review.none')}</td>
              <td>
                {isSent ? (
                  <SheetResult publicId={line.publicId} one={readSubmission(line.publicId)} />
                ) : (
                  <SheetStanding {...sheet} />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
