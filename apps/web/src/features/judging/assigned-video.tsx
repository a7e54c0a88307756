import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../api/client.js';
import { EmptyState } from '../../ui/empty-state.js';
import { QueryView } from '../../ui/query-view.js';

interface AssignedVideoProps {
  publicId: string;
  file: Schemas['PresentedFileDto'];
}

/** So many links in a row that play nothing, before the judge is told. */
const tries = 3;

/** A film beside the sheet. Its link lasts five minutes: where it ends, the next one goes on at the same place. */
export function AssignedVideo({ publicId, file }: AssignedVideoProps) {
  const { t } = useTranslation('viewer');
  const place = useRef({ at: 0, isPlaying: false });
  const [failures, setFailures] = useState(0);
  const [lacksCaptions, setLacksCaptions] = useState(false);
  const query = useQuery({
    queryKey: ['assigned-video', publicId, file.publicId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/assignments/{publicId}/files/{filePublicId}/video', {
          params: { path: { publicId, filePublicId: file.publicId } },
        }),
      ),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
    refetchOnReconnect: false,
  });
  const goOn = ({ currentTarget }: SyntheticEvent<HTMLVideoElement>) => {
    setLacksCaptions(currentTarget.textTracks.length === 0);
    const { at, isPlaying } = place.current;
    if (at > 0) currentTarget.currentTime = at;
    if (isPlaying) void currentTarget.play().catch(() => undefined);
  };
  const seek = ({ currentTarget }: SyntheticEvent<HTMLVideoElement>) => {
    place.current = { at: currentTarget.currentTime, isPlaying: !currentTarget.paused };
  };
  const keep = (event: SyntheticEvent<HTMLVideoElement>) => {
    seek(event);
    if (failures > 0) setFailures(0);
  };
  const renew = () => {
    setFailures(failures + 1);
    if (failures + 1 < tries) void query.refetch();
  };
  // The player that stands there has ended with its link.
  if (failures >= tries || query.isRefetchError) {
    return (
      <EmptyState text={t('videoFault')}>
        <Button
          loading={query.isFetching}
          onClick={() => {
            setFailures(0);
            void query.refetch();
          }}
        >
          {t('videoAgain')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <QueryView query={query}>
      {({ url }) => (
        <>
          <video
            key={url}
            className="assigned-video"
            src={url}
            controls
            playsInline
            preload="metadata"
            aria-label={t('video', { name: file.name })}
            onLoadedMetadata={goOn}
            onTimeUpdate={keep}
            onSeeking={seek}
            onError={renew}
          />
          {/* The team's own film: captions may be in its picture, which nobody can tell from here. */}
          {lacksCaptions ? <p className="copy-note muted">{t('noCaptions')}</p> : null}
        </>
      )}
    </QueryView>
  );
}
