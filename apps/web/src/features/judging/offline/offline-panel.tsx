import { Alert, Button } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDevicePlace } from '../../../device/use-device-place.js';
import { useFormats } from '../../../locales/formats.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { useFileSize } from '../../submission/file/file-size.js';
import type { AssignmentList, QueueStage } from '../assignments.js';
import { preparationOf, type Preparation, type PreparationState } from './preparation.js';
import type { Size } from './prepared-stage.js';

type ReadyState = Extract<PreparationState, { kind: 'ready' }>;

interface OfflinePanelProps {
  list: AssignmentList;
  stage: QueueStage;
}

/** Brings a stage's entries to this device, so that they can be read and scored without network. */
export function OfflinePanel({ list, stage }: OfflinePanelProps) {
  const { t } = useTranslation('judging');
  const place = useDevicePlace();
  const [preparation] = useState(() => preparationOf(stage.edition.slug, stage.stage.key));
  const state = useSyncExternalStore(preparation.subscribe, preparation.read);
  // Whenever another list arrives: entries that it lacks have left the device before.
  useEffect(() => void preparation.renew(), [list, preparation]);
  if (place === 'tab') return <p className="muted">{t('offline.impossible')}</p>;
  return (
    <section className="offline-panel" aria-label={t('offline.title')}>
      <Standing state={state} stage={stage} />
      <div className="offline-acts">
        <Acts list={list} stage={stage} preparation={preparation} state={state} />
      </div>
    </section>
  );
}

/** How many entries were assigned to the judge since. */
const addedTo = ({ assignments }: QueueStage, there: readonly string[]) =>
  assignments.filter(({ publicId }) => !there.includes(publicId)).length;

function Standing({ state, stage }: { state: PreparationState; stage: QueueStage }) {
  const { t } = useTranslation('judging');
  const { count } = useFormats();
  const sizeText = useFileSize();
  const { sentence } = useProblemMessage();
  const words = ({ bytes, pages }: Size) =>
    pages === 0 ? t('offline.sizeNone') : t('offline.size', { pages: count(pages), size: sizeText(bytes) });
  switch (state.kind) {
    case 'none':
      return <p className="muted">{t('offline.about')}</p>;
    case 'measuring':
      return (
        <Bar text={t('offline.measuring', { done: state.done, of: state.of })} part={state.done} whole={state.of} />
      );
    case 'measured':
      return (
        <>
          <p role="status">
            {words(state.size)}
            {state.free === null ? '' : t('offline.free', { size: sizeText(state.free) })}
          </p>
          {state.free !== null && state.free < state.size.bytes ? (
            <Alert type="warning" showIcon title={t('offline.full')} />
          ) : null}
          <Missing size={state.size} />
        </>
      );
    case 'loading':
    case 'stopped': {
      const text = t(`offline.${state.kind}`, { done: count(state.done), pages: count(state.size.pages) });
      const loaded = state.kind === 'loading' ? t('offline.loaded', { size: sizeText(state.bytes) }) : '';
      return <Bar text={`${text}${loaded}`} part={state.done} whole={state.size.pages} />;
    }
    case 'ready':
      return <Ready state={state} added={addedTo(stage, state.assignments)} words={words(state.size)} />;
    case 'fault':
      return (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={state.fault === 'full' ? t('offline.full') : t('offline.fault', { reason: sentence(state.fault) })}
        />
      );
  }
}

/** Nothing is called ready that a judge would miss without network. */
function Ready({ state, added, words }: { state: ReadyState; added: number; words: string }) {
  const { t } = useTranslation('judging');
  const isReady = added === 0 && state.isShellHere;
  return (
    <>
      <p role="status">
        <StateMark tone={isReady ? 'done' : 'attention'}>{t(isReady ? 'offline.ready' : 'offline.partly')}</StateMark>{' '}
        {words}
      </p>
      {added > 0 ? <p>{t('offline.added', { count: added })}</p> : null}
      {state.isShellHere ? null : <p>{t('offline.noShell')}</p>}
      <Missing size={state.size} />
    </>
  );
}

function Missing({ size: { missing, films = 0 } }: { size: Size }) {
  const { t } = useTranslation('judging');
  return (
    <>
      {missing > 0 ? <p className="muted">{t('offline.missing', { count: missing })}</p> : null}
      {films > 0 ? <p className="muted">{t('offline.films', { count: films })}</p> : null}
    </>
  );
}

function Bar({ text, part, whole }: { text: string; part: number; whole: number }) {
  const { t } = useTranslation('judging');
  return (
    <>
      <ProgressBar label={t('offline.title')} part={part} whole={whole} />
      <p>{text}</p>
    </>
  );
}

function Acts({
  list,
  stage,
  preparation,
  state,
}: OfflinePanelProps & { preparation: Preparation; state: PreparationState }) {
  const { t } = useTranslation('judging');
  const measure = () => void preparation.measure(list, stage);
  const load = () => void preparation.load(stage);
  const remove = <Button onClick={() => void preparation.remove(stage)}>{t('offline.remove')}</Button>;
  switch (state.kind) {
    case 'none':
      return <Button onClick={measure}>{t('offline.prepare')}</Button>;
    case 'measuring':
    case 'loading':
      return <Button onClick={() => preparation.cancel()}>{t('offline.cancel')}</Button>;
    case 'measured':
      return (
        <>
          <Button type="primary" onClick={load}>
            {t('offline.load')}
          </Button>
          <Button onClick={() => void preparation.remove(stage)}>{t('offline.cancel')}</Button>
        </>
      );
    case 'stopped':
      return (
        <>
          <Button onClick={load}>{t('offline.resume')}</Button>
          {remove}
        </>
      );
    case 'ready': {
      const lacks = addedTo(stage, state.assignments) > 0 || state.size.missing > 0 || !state.isShellHere;
      return (
        <>
          {lacks ? <Button onClick={measure}>{t('offline.renew')}</Button> : null}
          {remove}
        </>
      );
    }
    case 'fault':
      return (
        <>
          <Button type="primary" onClick={measure}>
            {t('offline.again')}
          </Button>
          {remove}
        </>
      );
  }
}
