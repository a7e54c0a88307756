import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import type { OwnEntry } from '../queries.js';
import { consentsQuery, type EntryConsent } from './team-queries.js';
import './team.css';

/** The reader's own consents for this entry, each given and withdrawn by itself, at any time. */
export function ConsentsSection({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('team');
  const query = useQuery(consentsQuery(entry.publicId));
  return (
    <>
      <p className="muted">{t('consent.note')}</p>
      <QueryView query={query}>
        {({ version, consents }) => (
          <ul className="plain-list">
            {consents.map((consent) => (
              <ConsentLine key={consent.purpose} entryId={entry.publicId} version={version} consent={consent} />
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}

interface ConsentLineProps {
  entryId: string;
  /** Of the wording that stands here. */
  version: string;
  consent: EntryConsent;
}

function ConsentLine({ entryId, version, consent }: ConsentLineProps) {
  const { t } = useTranslation('team');
  const { show } = useProblemMessage();
  const { purpose, isGiven, givenAt, withdrawnAt } = consent;
  const { run, isPending } = useAct(
    async (given: boolean, key) => {
      try {
        await answer(
          api.PUT('/api/v1/entries/{publicId}/consents/{purpose}', {
            params: { path: { publicId: entryId, purpose }, header: { 'Idempotency-Key': key } },
            body: { isGiven: given, version },
          }),
        );
      } catch (problem) {
        show(problem);
        throw problem;
      }
    },
    ['entry-consents'],
  );
  const at = isGiven ? givenAt : withdrawnAt;
  return (
    <li className="team-person" aria-label={t(`consent.purpose.${purpose}.title`)}>
      <div className="team-person-who">
        <h3>{t(`consent.purpose.${purpose}.title`)}</h3>
        <StateMark tone={isGiven ? 'done' : 'idle'}>
          {t(isGiven ? 'consent.given' : at ? 'consent.withdrawn' : 'consent.none')}
        </StateMark>
      </div>
      <p className="team-person-line">{t(`consent.purpose.${purpose}.text`)}</p>
      {at ? (
        <p className="team-person-line muted">
          <Moment at={at} /> {t('consent.version', { version: consent.version ?? '' })}
        </p>
      ) : null}
      <Button loading={isPending} onClick={() => run(!isGiven)}>
        {t(isGiven ? 'consent.withdraw' : 'consent.give')}
      </Button>
    </li>
  );
}
