import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignatureWay } from '#domain/contest/stage-rules';
import { useLocale, useText } from '../../../locales/use-text.js';
import { QueryView } from '../../../ui/query-view.js';
import type { QueueStage } from '../assignments.js';
import { SignInAgain } from '../sign-in-again.js';
import { SignatureField, type Signature } from '../signature/signature-field.js';
import { useDeliveryExpired } from '../use-delivery-expired.js';
import { forgetSubmission, readSubmission, type WaitingSubmission } from '../waiting-submission.js';
import { checkSheets, submitSheets, type CheckedSheet } from './check-sheets.js';
import { SheetResult, SheetStanding } from './sheet-standing.js';
import { useLastSeen } from './use-last-seen.js';

type Seen = ReturnType<typeof useLastSeen>;

const isReady = ({ readiness }: CheckedSheet) => readiness.kind === 'ready';
const idOf = ({ line }: CheckedSheet) => line.publicId;

/** A summary of what would be submitted and what is missing; after the act, the receipt of each. */
export function SubmitAllDialog({ stage, onClose }: { stage: QueueStage; onClose: () => void }) {
  const { t } = useTranslation('judging');
  const language = useLocale();
  const text = useText();
  // As it stood when the summary was asked for: what is submitted from it stays in it.
  const query = useQuery({
    queryKey: ['submit-all', stage.edition.slug, stage.stage.key],
    queryFn: () => checkSheets(stage, language),
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
    refetchOnReconnect: false,
  });
  const ready = (query.data ?? []).filter(isReady);
  const [signature, sign] = useState<Signature | null>(null);
  const asks = (way: SignatureWay) =>
    ready.some(({ readiness }) => readiness.kind === 'ready' && readiness.way === way);
  const isSigned = !asks('screen') || signature !== null;
  const { decided, isBusy, submit, callOff } = useSubmitAll();
  const sent = (decided ?? []).filter(isReady).map(idOf);
  const lastSeen = useLastSeen(sent);
  const close = () => {
    // Whoever goes back before anything is decided has submitted nothing.
    callOff();
    // Their receipts have been shown.
    for (const publicId of sent) {
      if (readSubmission(publicId)?.state === 'delivered') forgetSubmission(publicId);
    }
    onClose();
  };
  return (
    <Modal
      open
      title={t(decided ? 'submitAll.titleAfter' : 'submitAll.title', { stage: text(stage.stage.name) })}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <div className="dialog-acts">
          <Button onClick={close}>{t(decided ? 'submitAll.close' : 'review.back')}</Button>
          {decided ? null : (
            <Button
              type="primary"
              disabled={ready.length === 0 || !isSigned}
              loading={isBusy || query.isPending}
              onClick={() => void submit(ready, signature)}
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
            {decided ? (
              <Results decided={decided.length} rows={sent.map(lastSeen)} />
            ) : (
              <Summary ready={ready.length} rest={sheets.length - ready.length} />
            )}
            <SheetTable sheets={decided ?? sheets} lastSeen={decided ? lastSeen : null} />
            {!decided && asks('screen') ? <SignatureField value={signature} onChange={sign} /> : null}
            {!decided && asks('paper') ? <p>{t('signature.onPaper')}</p> : null}
            {decided ? null : <p className="muted">{t('submitAll.note')}</p>}
          </>
        )}
      </QueryView>
    </Modal>
  );
}

/** The act itself: nothing is decided before every sheet has been read once more, nor after it was called off. */
function useSubmitAll() {
  const language = useLocale();
  /** As the sheets stood at the act: those that were ready are on their way. */
  const [decided, setDecided] = useState<readonly CheckedSheet[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const act = useRef(new AbortController());
  const callOff = () => act.current.abort();
  // Whoever follows a link of the summary goes back, too.
  useEffect(() => () => act.current.abort(), []);
  const submit = async (sheets: readonly CheckedSheet[], signature: Signature | null) => {
    const { signal } = (act.current = new AbortController());
    setBusy(true);
    const now = await submitSheets(sheets, { language, signature, signal });
    if (signal.aborted) return;
    setBusy(false);
    setDecided(now);
  };
  return { decided, isBusy, submit, callOff };
}

function Summary({ ready, rest }: { ready: number; rest: number }) {
  const { t } = useTranslation('judging');
  if (ready === 0) return <p>{t('submitAll.summaryNone')}</p>;
  return <p>{t(rest === 0 ? 'submitAll.summaryAll' : 'submitAll.summary', { ready, rest })}</p>;
}

/** @param decided how many the judge meant to submit @param rows of those that were still as the summary had shown them */
function Results({ decided, rows }: { decided: number; rows: readonly (WaitingSubmission | undefined)[] }) {
  const { t } = useTranslation('judging');
  const hasExpired = useDeliveryExpired();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => place.current?.focus(), []);
  const done = rows.filter((one) => one?.state === 'delivered').length;
  return (
    <div ref={place} role="status" tabIndex={-1}>
      <p>{t('submitAll.result', { done, of: decided })}</p>
      {rows.some((one) => one?.state === 'waiting') ? (
        <Alert
          type="warning"
          showIcon
          title={t(hasExpired ? 'submitAll.expired' : 'submitAll.waiting')}
          description={hasExpired ? <SignInAgain>{t('waiting.signIn')}</SignInAgain> : undefined}
        />
      ) : null}
    </div>
  );
}

/** @param lastSeen null before the act */
function SheetTable({ sheets, lastSeen }: { sheets: readonly CheckedSheet[]; lastSeen: Seen | null }) {
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
        {[...sheets.filter(isReady), ...sheets.filter((sheet) => !isReady(sheet))].map((sheet) => {
          const { line, readiness } = sheet;
          return (
            <tr key={line.publicId}>
              <th scope="row">{t('sheetTitleOf', line)}</th>
              <td className="number">{'total' in readiness ? readiness.total : t('review.none')}</td>
              <td>
                {lastSeen && isReady(sheet) ? (
                  <SheetResult publicId={line.publicId} one={lastSeen(line.publicId)} />
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
