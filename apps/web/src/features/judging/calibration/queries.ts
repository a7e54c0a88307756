import { queryOptions } from '@tanstack/react-query';
import type { StageRules } from '#domain/contest/stage-rules';
import { answer, api, type Schemas } from '../../../api/client.js';
import { inTab, keptWork } from '../../autosave/kept-work.js';
import { sameFields, type SheetFields } from '../sheet-fields.js';

/** The rules document is the domain's own: its shape is validated where contests are applied. */
export type Calibration = Omit<Schemas['CalibrationDto'], 'rules'> & { rules: StageRules };
export type StageCalibration = Schemas['StageCalibrationDto'];

/** What an act on calibration entries makes to be read anew. */
export const calibrationKeys = ['calibration', 'my-assignments'] as const;

/** What the judge gave and has not submitted; it outlives a reload, no more. */
export const keptCalibration = keptWork<SheetFields>('calibration', sameFields, inTab);

export const calibrationQuery = (publicId: string) =>
  queryOptions({
    queryKey: ['calibration', 'own', publicId],
    queryFn: async (): Promise<Calibration> => {
      const one = await answer(api.GET('/api/v1/calibrations/{publicId}', { params: { path: { publicId } } }));
      return { ...one, rules: one.rules as unknown as StageRules };
    },
  });

export const stageCalibrationQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['calibration', 'stage', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/calibrations', { params: { path: { stageId } } })),
  });
