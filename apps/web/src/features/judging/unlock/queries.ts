import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type SheetUnlocks = Schemas['SheetUnlocksDto'];
export type SheetUnlock = Schemas['SheetUnlockDto'];
export type LateLine = Schemas['LateSheetLineDto'];
export type JudgeSheet = Schemas['JudgeSheetDto'];

export const longestReason = 500;
export const unlockHours = ['1', '2', '4', '8', '24', '48', '72'] as const;
export type UnlockHours = (typeof unlockHours)[number];

export type ReReview = Schemas['ReReviewDto'];

/** What an act on a re-review makes to be read anew: after judging it asks for unlocks. */
export const reReviewKeys = ['re-reviews', 'sheet-unlocks'] as const;

/** What an act on an unlock makes to be read anew. */
export const unlockKeys = ['sheet-unlocks'] as const;

export const sheetUnlocksQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['sheet-unlocks', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/sheet-unlocks', { params: { path: { stageId } } })),
  });

export const judgeSheetsQuery = (stageId: string, judgeId: string | null) =>
  queryOptions({
    queryKey: ['sheet-unlocks', stageId, 'sheets', judgeId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/stages/{stageId}/judges/{judgeId}/sheets', {
          params: { path: { stageId, judgeId: judgeId ?? '' } },
        }),
      ),
    enabled: judgeId !== null,
  });

export const reReviewsQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['re-reviews', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/re-reviews', { params: { path: { stageId } } })),
  });
