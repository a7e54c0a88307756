import { unsavedPrefix } from '../identity/unsaved-work.js';
import { sameScores, type Scores } from './scores.js';

/** What the server has not confirmed yet: it survives a reload of this tab, and leaves with it. */
interface KeptSheet {
  scores: Scores;
  version: number;
  /** Sent, with no answer so far: the server may hold any of them by now. */
  sent: Scores[];
}

interface KeptIntention {
  body: string;
  key: string;
}

const sheetKey = (publicId: string) => `${unsavedPrefix}sheet.${publicId}`;
const intentionKey = (publicId: string) => `leitai.intention.${publicId}`;

function read(key: string): unknown {
  try {
    return JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only costs the survival of a reload.
  }
}

const readSheet = (publicId: string) => read(sheetKey(publicId)) as KeptSheet | null;
const writeSheet = (publicId: string, sheet: KeptSheet) => write(sheetKey(publicId), sheet);
const forgetSheet = (publicId: string) => window.sessionStorage.removeItem(sheetKey(publicId));

export const keptSheet = {
  read: readSheet,
  forget: forgetSheet,
  hold: (publicId: string, scores: Scores, version: number) =>
    writeSheet(publicId, { scores, version, sent: readSheet(publicId)?.sent ?? [] }),
  /** Before a try: should its answer be lost, what the server then holds is known as one's own. */
  sending: (publicId: string, scores: Scores) => {
    const kept = readSheet(publicId);
    if (!kept || kept.sent.some((sent) => sameScores(sent, scores))) return;
    writeSheet(publicId, { ...kept, sent: [...kept.sent, scores] });
  },
  /** After the answer, whether or not the sheet is still on the page. */
  confirm: (publicId: string, scores: Scores, version: number) => {
    const kept = readSheet(publicId);
    if (!kept) return;
    if (sameScores(kept.scores, scores)) forgetSheet(publicId);
    else writeSheet(publicId, { scores: kept.scores, version, sent: [] });
  },
};

export const keptIntention = {
  read: (publicId: string) => read(intentionKey(publicId)) as KeptIntention | null,
  write: (publicId: string, intention: KeptIntention) => write(intentionKey(publicId), intention),
  forget: (publicId: string) => window.sessionStorage.removeItem(intentionKey(publicId)),
};
