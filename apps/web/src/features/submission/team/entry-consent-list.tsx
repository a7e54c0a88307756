import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { ConsentLine } from './consent-line.js';
import type { EntryConsent } from './team-queries.js';

interface EntryConsentListProps {
  /** Public id. */
  entryId: string;
  /** Of the wording that stands here. */
  version: string;
  consents: readonly EntryConsent[];
  /** Where the consents of several entries stand on one page. */
  entryTitle?: string;
}

/** What a person may agree to for one entry. */
export function EntryConsentList({ entryId, version, consents, entryTitle }: EntryConsentListProps) {
  const { t } = useTranslation('team');
  return (
    <ul className="plain-list">
      {consents.map((consent) => (
        <ConsentLine
          key={consent.purpose}
          title={t(`consent.purpose.${consent.purpose}.title`)}
          text={t(`consent.purpose.${consent.purpose}.text`)}
          entryTitle={entryTitle}
          consent={consent}
          send={(isGiven, key) =>
            answer(
              api.PUT('/api/v1/entries/{publicId}/consents/{purpose}', {
                params: { path: { publicId: entryId, purpose: consent.purpose }, header: { 'Idempotency-Key': key } },
                body: { isGiven, version },
              }),
            )
          }
        />
      ))}
    </ul>
  );
}
