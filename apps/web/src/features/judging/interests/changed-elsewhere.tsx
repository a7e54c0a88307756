import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import { changedLines } from './changed-lines.js';
import { wordsOf } from './named-lines.js';
import { interestsQuery, otherInterestsQuery, type InterestStatement, type NamedInterest } from './queries.js';

interface ChangedElsewhereProps {
  slug: string;
  /** As it was opened here. */
  opened: InterestStatement;
}

/** Says what another tab or device has saved meanwhile. What is typed here stays until that is loaded. */
export function ChangedElsewhere({ slug, opened }: ChangedElsewhereProps) {
  const { t } = useTranslation('interests');
  const client = useQueryClient();
  const query = useQuery(otherInterestsQuery(slug, opened.number));
  return (
    <Alert
      type="error"
      showIcon
      title={t('changedElsewhere')}
      description={
        <QueryView query={query}>
          {(other) => (
            <>
              {other.recordedAt ? (
                <p>
                  {t('otherSaved')} <Moment at={other.recordedAt} />
                </p>
              ) : null}
              <Changes {...changedLines(opened.interests, other.interests)} />
              <p>{t('copyFirst')}</p>
              <Button onClick={() => client.setQueryData(interestsQuery(slug).queryKey, other)}>
                {t('loadOther')}
              </Button>
            </>
          )}
        </QueryView>
      }
    />
  );
}

function Changes({ added, removed }: { added: readonly NamedInterest[]; removed: readonly NamedInterest[] }) {
  const { t } = useTranslation('interests');
  const lines = [
    ...added.map((one) => t('addedThere', { line: wordsOf(one) })),
    ...removed.map((one) => t('removedThere', { line: wordsOf(one) })),
  ];
  if (lines.length === 0) return <p>{t('sameThere')}</p>;
  return (
    <ul className="interests-read">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
