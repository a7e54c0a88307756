import { keptWork, readKept, writeKept } from '../autosave/kept-work.js';
import { sameFields, type SheetFields } from './sheet-fields.js';

interface KeptIntention {
  body: string;
  key: string;
}

const intentionKey = (publicId: string) => `leitai.intention.${publicId}`;

export const keptSheet = keptWork<SheetFields>('sheet', sameFields);

export const keptIntention = {
  read: (publicId: string) => readKept(intentionKey(publicId)) as KeptIntention | null,
  write: (publicId: string, intention: KeptIntention) => writeKept(intentionKey(publicId), intention),
  forget: (publicId: string) => window.sessionStorage.removeItem(intentionKey(publicId)),
};
