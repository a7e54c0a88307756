import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { useLocale, useText } from '../../locales/use-text.js';
import { Moment } from '../../ui/moment.js';
import { StateMark, type Tone } from '../../ui/state-mark.js';

type OwnEligibility = Schemas['OwnEligibilityDto'];

export const ownEligibilityQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['entry', publicId, 'eligibility'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/eligibility', { params: { path: { publicId } } })),
  });

const tones: Record<OwnEligibility['state'], Tone> = {
  unchecked: 'busy',
  corrected: 'busy',
  'needs-correction': 'attention',
  overdue: 'danger',
  passed: 'done',
  failed: 'danger',
};

/** How the check of a submitted entry stands, and what the team has to do until when. */
export function OwnEligibilityPanel({ publicId }: { publicId: string }) {
  const { t } = useTranslation('eligibility');
  const { data } = useQuery(ownEligibilityQuery(publicId));
  if (!data) return null;
  const isAsked = data.state === 'needs-correction' || data.state === 'overdue';
  return (
    <section className="own-eligibility" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <StateMark tone={tones[data.state]}>{t(`own.${data.state}`)}</StateMark>
      {isAsked || data.state === 'failed' ? <Why eligibility={data} /> : null}
      {isAsked && data.correctUntil ? (
        <p>
          {t('own.until')} <Moment at={data.correctUntil} />
        </p>
      ) : null}
      {isAsked && data.isCorrectable ? <p>{t('own.how')}</p> : null}
      {data.state === 'overdue' ? <p>{t('own.over')}</p> : null}
    </section>
  );
}

function Why({ eligibility: { reasons, note } }: { eligibility: OwnEligibility }) {
  const text = useText();
  const locale = useLocale();
  // Said in the team's language at least; the reader's own is shown where it is there.
  const said = note === null ? '' : note[locale] || note.zh || note.en;
  return (
    <>
      <ul>
        {reasons.map(({ key, label }) => (
          <li key={key}>{text(label)}</li>
        ))}
      </ul>
      {said === '' ? null : (
        <p lang={said === note?.en ? 'en' : 'zh-Hans'} className="own-eligibility-note">
          {said}
        </p>
      )}
    </>
  );
}
