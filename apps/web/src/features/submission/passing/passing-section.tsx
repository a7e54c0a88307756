import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../locales/formats.js';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import type { OwnEntry } from '../queries.js';
import '../team/team.css';
import { passingQuery, type PassingSwitch } from './queries.js';

/** Whether the entry may be passed on, office by office, and what would be passed. */
export function PassingSection({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('passing');
  const query = useQuery(passingQuery(entry.publicId));
  return (
    <>
      <p className="muted">{t('rule')}</p>
      <QueryView query={query}>
        {({ version, mayChange, content, offices }) => (
          <>
            <PassedContent content={content} />
            {offices.length === 0 ? <p className="muted">{t('none')}</p> : null}
            <ul className="plain-list">
              {offices.map((office) => (
                <OfficeLine
                  key={office.publicId}
                  entryId={entry.publicId}
                  version={version}
                  mayChange={mayChange && (office.isAllowed || entry.state !== 'withdrawn')}
                  office={office}
                />
              ))}
            </ul>
            {mayChange || offices.length === 0 ? null : <p className="muted">{t('leadOnly')}</p>}
          </>
        )}
      </QueryView>
    </>
  );
}

function PassedContent({ content }: { content: Schemas['PassedContentDto'] }) {
  const { t } = useTranslation('passing');
  const text = useText();
  const lines = [
    t('content.always'),
    ...content.fields.map((label) => text(label)),
    ...content.files.map((name) => t('content.file', { name })),
  ];
  return (
    <>
      <h3>{t('content.title')}</h3>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      <p className="muted">{t('content.people')}</p>
    </>
  );
}

interface OfficeLineProps {
  entryId: string;
  version: string;
  mayChange: boolean;
  office: PassingSwitch;
}

function OfficeLine({ entryId, version, mayChange, office }: OfficeLineProps) {
  const { t } = useTranslation('passing');
  const { wording } = useFormats();
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const { isAllowed, givenAt, withdrawnAt } = office;
  const { run, isPending, error, reset } = useAct(
    (allowed: boolean, key) =>
      answer(
        api.PUT('/api/v1/entries/{publicId}/passing/{office}', {
          params: { path: { publicId: entryId, office: office.publicId }, header: { 'Idempotency-Key': key } },
          body: { isAllowed: allowed, version },
        }),
      ),
    ['entry', 'receiving-offices'],
    () => setAsking(false),
  );
  const name = text(office.name);
  const act = t(isAllowed ? 'withdraw' : 'allow');
  return (
    <li className="team-person" aria-label={name}>
      <div className="team-person-who">
        <h4>{name}</h4>
        <StateMark tone={isAllowed ? 'done' : 'idle'}>
          {t(isAllowed ? 'allowed' : withdrawnAt ? 'withdrawn' : 'notAllowed')}
        </StateMark>
      </div>
      <p className="team-person-line muted">{t(`kind.${office.kind}`)}</p>
      {givenAt ? (
        <p className="team-person-line muted">
          {t('given', { name: office.givenBy ?? t('goneAccount'), version: wording(office.version ?? '') })}{' '}
          <Moment at={givenAt} />
          {withdrawnAt ? (
            <>
              {' '}
              {t('withdrawnAt')} <Moment at={withdrawnAt} />
            </>
          ) : null}
        </p>
      ) : null}
      {mayChange ? (
        <Button onClick={() => setAsking(true)} aria-label={t(isAllowed ? 'withdrawFor' : 'allowFor', { name })}>
          {act}
        </Button>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={t(isAllowed ? 'withdrawFor' : 'allowFor', { name })}
        act={act}
        isBusy={isPending}
        error={error}
        onConfirm={() => run(!isAllowed)}
        onClose={() => {
          setAsking(false);
          reset();
        }}
      >
        <p>{t(isAllowed ? 'withdrawText' : 'allowText', { name })}</p>
      </ConfirmDialog>
    </li>
  );
}
