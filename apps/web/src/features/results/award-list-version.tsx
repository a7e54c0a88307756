import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { StateMark } from '../../ui/state-mark.js';
import { useAct } from '../../ui/use-act.js';

type Version = Schemas['AwardListsDto']['versions'][number];
const tones = { frozen: 'idle', requested: 'attention', published: 'done' } as const;

/** One frozen version on its way: frozen → publication requested → published by a second person. */
export function AwardListVersion({ version }: { version: Version }) {
  const { t } = useTranslation('results');
  const { state } = version;
  return (
    <section className="card list-version" aria-label={t('version', { number: version.number })}>
      <h2>
        {t('version', { number: version.number })} <StateMark tone={tones[state]}>{t(`state.${state}`)}</StateMark>
      </h2>
      <p>{t('versionItems', { count: version.items, vacant: version.vacant })}</p>
      <p>
        {t('frozenAt')} <Moment at={version.frozenAt} />
        {version.requestedAt ? (
          <>
            <br />
            {t('requestedAt')} <Moment at={version.requestedAt} />
          </>
        ) : null}
        {version.publishedAt ? (
          <>
            <br />
            {t('publishedAt')} <Moment at={version.publishedAt} />
          </>
        ) : null}
      </p>
      <p>
        <Hash value={version.hash} />
      </p>
      {state === 'published' ? (
        <Link to={`/award-lists/${version.publicId}`}>{t('openPublic')}</Link>
      ) : (
        <PublicationAct version={version} />
      )}
    </section>
  );
}

function PublicationAct({ version }: { version: Version }) {
  const { t } = useTranslation('results');
  const [isAsking, setAsking] = useState(false);
  const step = version.state === 'frozen' ? 'request' : 'publish';
  const { run, isPending, error, reset } = useAct(
    (publicId: string, key) => {
      const init = { params: { path: { publicId }, header: { 'Idempotency-Key': key } } };
      return step === 'request'
        ? answer(api.POST('/api/v1/award-lists/{publicId}/publication-request', init))
        : answer(api.POST('/api/v1/award-lists/{publicId}/publication', init));
    },
    ['award-lists', 'public-award-lists'],
    () => setAsking(false),
  );
  if (step === 'publish' && version.requestedByMe) return <p className="muted">{t('waitForSecond')}</p>;
  return (
    <>
      <Button
        danger={step === 'publish'}
        type={step === 'publish' ? 'primary' : 'default'}
        onClick={() => setAsking(true)}
      >
        {t(`${step}.act`)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(`${step}.title`)}
        act={t(`${step}.act`)}
        isDangerous={step === 'publish'}
        isBusy={isPending}
        error={error}
        onConfirm={() => run(version.publicId)}
        onClose={() => {
          setAsking(false);
          reset();
        }}
      >
        <p>{t(`${step}.text`)}</p>
        <p>
          <Hash value={version.hash} />
        </p>
      </ConfirmDialog>
    </>
  );
}
