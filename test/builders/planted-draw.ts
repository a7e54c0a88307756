import { v7 as uuidv7 } from 'uuid';
import type { Asker, TestApi } from './api.js';
import { needs } from './needs.js';
import { pdf } from './sample-files.js';

interface Pool {
  readonly members: readonly { readonly id: string; readonly excluded: string | null }[];
}

/** A judge and the order of appearance, drawn by hand for the stage in which nobody has scored, each with its scan. */
export async function plantedDraws(api: TestApi, office: Asker, editionId: string): Promise<void> {
  const [{ id: stageId = '' } = {}] = await api.dataSource.query<{ id: string }[]>(
    `select id from stages where edition_id = $1 and key = 'preliminary'`,
    [editionId],
  );
  const wanted = { seats: 1, reserves: 0, kindsWanted: [], mostPerEmployer: null };
  await plantedDraw(office, stageId, { kind: 'judges', outcome: 'seat', most: 1, judges: wanted });
  await plantedDraw(office, stageId, { kind: 'order', outcome: 'place', most: 100, judges: null });
}

async function plantedDraw(
  office: Asker,
  stageId: string,
  { kind, outcome, most, judges }: { kind: string; outcome: string; most: number; judges: object | null },
): Promise<void> {
  const base = `/api/v1/stages/${stageId}`;
  const pool = needs(await office.get<Pool>(`${base}/draw-pool?kind=${kind}&passesConflicted=true`), 200);
  const free = pool.members.filter(({ excluded }) => excluded === null).slice(0, most);
  const lines = free.map(({ id }, index) => ({ member: id, outcome, place: index + 1 }));
  const drawnAt = new Date(Date.now() - 60_000);
  const given = { kind, passesConflicted: true, byPanel: false, drawnAt, lines, judges };
  const { id } = needs(await office.post<{ id: string }>(`${base}/draws/by-hand`, given), 201);
  const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': uuidv7() };
  needs(await office.sendBytes('POST', `${base}/draws/${id}/files?name=scan.pdf`, headers, await pdf()), 201);
}
