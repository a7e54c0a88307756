import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FaultState } from '../../ui/fault-state.js';
import { Shape } from '../../ui/shape.js';
import { useMay } from '../identity/use-may.js';
import { OtherEntry } from './other-entry.js';
import { PairEvidence, StrengthMark } from './pair-evidence.js';
import { PairMark } from './pair-mark.js';
import { entryDuplicatesQuery } from './queries.js';
import './duplicates.css';

/** What an entry has in common with others, for the office; a panel secretary, who reads the entry too, has no right to it. */
export function EntryDuplicates({ slug, entry }: { slug: string; entry: string }) {
  return useMay(slug, 'duplicate.read') ? <Duplicates slug={slug} entry={entry} /> : null;
}

function Duplicates({ slug, entry }: { slug: string; entry: string }) {
  const { t } = useTranslation('duplicates');
  const query = useInfiniteQuery(entryDuplicatesQuery(entry));
  const pairs = query.data?.pages.flatMap((page) => page.pairs) ?? [];
  const isWaiting = (query.data?.pages[0]?.waiting ?? 0) > 0;
  return (
    <section>
      <h2>{t('section')}</h2>
      {query.isPending ? <Shape lines={2} /> : null}
      {query.error && !query.data ? <FaultState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {isWaiting ? <p role="status">{t('waitingOne')}</p> : null}
      {query.data && pairs.length === 0 && !isWaiting ? <p className="muted">{t('none')}</p> : null}
      <ul className="entry-pairs">
        {pairs.map((pair) => (
          <li key={pair.other.publicId}>
            <div className="entry-pair-head">
              <StrengthMark strength={pair.strength} />
              <OtherEntry entry={pair.other} slug={slug} />
            </div>
            <PairEvidence pair={pair} />
            <PairMark slug={slug} pair={pair} />
          </li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}
