import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answer, api, type Schemas } from '../../../api/client.js';
import { listenToStages } from '../../../api/events.js';

export type Wall = Schemas['WallDto'];

const pollEvery = 10_000;
/** Drafts send no event; while the stream stands they are looked at this often. */
const draftsEvery = 30_000;
/** Events may come ten times a second; eyes need no more than this. */
const atMostEvery = 250;

export const wallQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['wall', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/wall', { params: { path: { stageId } } })),
    staleTime: 0,
  });

/** The wall of a stage, renewed by the server's events, and by asking each 10 seconds while the stream is down. */
export function useWall(stageId: string) {
  const client = useQueryClient();
  const [isLive, setLive] = useState(false);
  const query = useQuery({
    ...wallQuery(stageId),
    // Whom an entry of the stage concerns no event of it reaches.
    refetchInterval: ({ state }) => (isLive && !state.data?.leavesOut ? draftsEvery : pollEvery),
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['wall', stageId] }, { cancelRefetch: true });
      }, atMostEvery);
    };
    const leave = listenToStages({
      event: (event) => {
        if (event.stageId === stageId) renew();
      },
      state: (isOpen) => {
        setLive(isOpen);
        // What happened while the stream was down sent no event here.
        if (isOpen) renew();
      },
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [client, stageId]);
  return { query, isLive: isLive && !query.data?.leavesOut };
}
