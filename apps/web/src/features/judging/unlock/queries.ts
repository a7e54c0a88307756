import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

export type SheetUnlocks = Schemas['SheetUnlocksDto'];
export type SheetUnlock = Schemas['SheetUnlockDto'];
export type JudgeSheet = Schemas['JudgeSheetDto'];

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
