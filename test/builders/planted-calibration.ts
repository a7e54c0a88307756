import type { Asker, TestApi } from './api.js';
import { authoredPdf } from './authored-files.js';
import { checkAndRender } from './pages.js';
import { needs } from './needs.js';
import { judgeWords, words } from './planted-words.js';
import { upload } from './tus.js';

interface Sample {
  /** The calls of an edition. */
  readonly base: string;
  /** What the team says of the entry that is judged in earnest, and of this one. */
  readonly answers: object;
}

export interface PlantedSample {
  readonly publicId: string;
  readonly number: number;
}

/** An entry of the same lead that no stage judges, with what names the team. */
export async function plantSample(api: TestApi, lead: Asker, { base, answers }: Sample): Promise<PlantedSample> {
  const { publicId } = needs(await lead.post<{ publicId: string }>(`${base}/entries`, answers), 201);
  await upload(lead, publicId, { name: `${words.fileName}.pdf`, bytes: await authoredPdf(), fieldKey: 'plan' });
  await checkAndRender(api);
  needs(await lead.post(`/api/v1/entries/${publicId}/submissions`), 201);
  const [row] = await api.dataSource.query<{ number: number }[]>('select number from entries where public_id = $1', [
    publicId,
  ]);
  return { publicId, number: row?.number ?? 0 };
}

const ofEvery = (keys: readonly string[], score: string) => Object.fromEntries(keys.map((key) => [key, score]));

/** Makes an entry the one that judges of a stage score first, with scores of the office's. */
export async function setCalibration(
  office: Asker,
  { stageId, number, keys }: { readonly stageId: string; readonly number: number; readonly keys: readonly string[] },
): Promise<void> {
  const reference = ofEvery(keys, judgeWords.judgeReference);
  needs(await office.post(`/api/v1/stages/${stageId}/calibrations`, { entryNumber: number, reference }), 201);
}

async function ownCalibration(judge: Asker): Promise<string> {
  type Queue = { readonly stages: readonly { readonly calibration: readonly { readonly publicId: string }[] }[] };
  const { stages } = needs(await judge.get<Queue>('/api/v1/my/assignments'), 200);
  return `/api/v1/calibrations/${stages[0]?.calibration[0]?.publicId ?? ''}`;
}

/** What a judge owes before the first sheet of the stage. */
export async function calibrate(judge: Asker, keys: readonly string[]): Promise<void> {
  const own = await ownCalibration(judge);
  const { rulesHash } = needs(await judge.get<{ rulesHash: string }>(own), 200);
  const scores = ofEvery(keys, judgeWords.judgeCalibrated);
  needs(await judge.post(`${own}/submissions`, { scores, rulesHash }), 204);
}

/** A judge who recognises the calibration entry owes none. */
export async function leaveCalibration(judge: Asker): Promise<void> {
  needs(await judge.post(`${await ownCalibration(judge)}/recusal`, { reasonCode: 'family' }), 204);
}
