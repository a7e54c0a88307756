import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type DrawDesk = Schemas['DrawDeskDto'];
export type Draw = DrawDesk['draws'][number];
export type DrawMinute = Schemas['DrawMinuteDto'];
export type MinuteLine = Schemas['MinuteLineDto'];
export type DrawKind = Draw['kind'];
export type PooledMember = Schemas['PooledDto'];
export type HandLine = Schemas['HandLineDto'];

export const drawKinds: readonly DrawKind[] = ['judges', 'judge-panels', 'entry-panels', 'order'];

/** What an act on a draw makes to be read anew. */
export const drawKeys = ['draws', 'assignment'] as const;

export const drawDeskQuery = (stageId: string) =>
  queryOptions({
    queryKey: ['draws', stageId],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/draws', { params: { path: { stageId } } })),
  });

export const drawMinuteQuery = (stageId: string, id: string) =>
  queryOptions({
    queryKey: ['draws', stageId, id],
    queryFn: () => answer(api.GET('/api/v1/stages/{stageId}/draws/{id}', { params: { path: { stageId, id } } })),
  });

export interface PoolChoice {
  readonly kind: DrawKind;
  readonly panelId: string | null;
  readonly fieldGroupId: string | null;
  readonly passesConflicted: boolean;
}

export const drawPoolQuery = (stageId: string, { kind, panelId, fieldGroupId, passesConflicted }: PoolChoice) =>
  queryOptions({
    queryKey: ['draws', stageId, 'pool', kind, panelId, fieldGroupId, passesConflicted],
    queryFn: () =>
      answer(
        api.GET('/api/v1/stages/{stageId}/draw-pool', {
          params: {
            path: { stageId },
            query: {
              ...{ kind, passesConflicted: passesConflicted ? 'true' : 'false' },
              ...(panelId === null ? {} : { panelId }),
              ...(fieldGroupId === null ? {} : { fieldGroupId }),
            },
          },
        }),
      ),
  });

const acted = (stageId: string, id: string, key: string) => ({
  params: { path: { stageId, id }, header: { 'Idempotency-Key': key } },
});

export const commitDraw = (stageId: string) => (body: Schemas['CommitDrawDto'], key: string) =>
  answer(
    api.POST('/api/v1/stages/{stageId}/draws', {
      params: { path: { stageId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const recordDraw = (stageId: string) => (body: Schemas['HandDrawDto'], key: string) =>
  answer(
    api.POST('/api/v1/stages/{stageId}/draws/by-hand', {
      params: { path: { stageId }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

export const seedDraw = (stageId: string, id: string) => (seed: string, key: string) =>
  answer(api.POST('/api/v1/stages/{stageId}/draws/{id}/seed', { ...acted(stageId, id, key), body: { seed } }));

export const confirmDraw = (stageId: string, id: string) => (_: null, key: string) =>
  answer(api.POST('/api/v1/stages/{stageId}/draws/{id}/confirmation', acted(stageId, id, key)));

export const takeBackDraw = (stageId: string, id: string) => (reason: string, key: string) =>
  answer(api.POST('/api/v1/stages/{stageId}/draws/{id}/return', { ...acted(stageId, id, key), body: { reason } }));

export const callSubstitute = (stageId: string, id: string) => (judge: string, key: string) =>
  answer(api.POST('/api/v1/stages/{stageId}/draws/{id}/calls', { ...acted(stageId, id, key), body: { judge } }));

/** A file with what tells it from another, so that a second one gets a key of its own. */
export interface ChosenEvidence {
  readonly name: string;
  readonly size: number;
  readonly changedAt: number;
  readonly file: File;
}

export const addDrawFile =
  (stageId: string, id: string) =>
  ({ name, file }: ChosenEvidence, key: string) =>
    answer(
      api.POST('/api/v1/stages/{stageId}/draws/{id}/files', {
        params: { path: { stageId, id }, query: { name }, header: { 'Idempotency-Key': key } },
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file as unknown as string,
        bodySerializer: (body) => body,
      }),
    );

export const drawFileLink = (stageId: string, id: string, fileId: string) =>
  answer(
    api.GET('/api/v1/stages/{stageId}/draws/{id}/files/{fileId}/link', { params: { path: { stageId, id, fileId } } }),
  );
