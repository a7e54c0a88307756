import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import type { OwnEntry } from '../queries.js';

/** What the published lists say of the entry, and nothing before. */
export function EntryOutcome({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('passing');
  const text = useText();
  const { publicId } = entry;
  const query = useQuery({
    queryKey: ['entry', publicId, 'outcomes'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/outcomes', { params: { path: { publicId } } })),
  });
  return (
    <QueryView query={query}>
      {({ outcomes }) => (
        <>
          {outcomes.length === 0 ? <p className="muted">{t('outcome.none')}</p> : null}
          <ul className="plain-list">
            {outcomes.map(({ list, stage, tier, publishedAt }) => (
              <li key={`${list} ${tier.en} ${stage.en}`} className="version-line">
                <strong>{text(tier)}</strong>
                <span>{text(stage)}</span>
                <Moment at={publishedAt} />
                <Link to={`/award-lists/${list}`}>{t('outcome.list')}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}

/** Judges' feedback has not been built to be released yet: what will stand here, and when. */
export function EntryFeedback() {
  const { t } = useTranslation('passing');
  return <p className="muted">{t('feedback.none')}</p>;
}
