import type { Scores } from './assignments.js';

/** What the server has not confirmed yet: it survives a reload of this tab, and leaves with it. */
interface KeptSheet {
  scores: Scores;
  version: number;
}

interface KeptIntention {
  body: string;
  key: string;
}

const sheetKey = (publicId: string) => `leitai.sheet.${publicId}`;
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

export const keptSheet = {
  read: (publicId: string) => read(sheetKey(publicId)) as KeptSheet | null,
  write: (publicId: string, sheet: KeptSheet) => write(sheetKey(publicId), sheet),
  forget: (publicId: string) => window.sessionStorage.removeItem(sheetKey(publicId)),
};

export const keptIntention = {
  read: (publicId: string) => read(intentionKey(publicId)) as KeptIntention | null,
  write: (publicId: string, intention: KeptIntention) => write(intentionKey(publicId), intention),
  forget: (publicId: string) => window.sessionStorage.removeItem(intentionKey(publicId)),
};
