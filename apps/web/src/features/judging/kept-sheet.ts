import { adoptKept, forgetEverywhere, onDevice } from '../../device/kept-on-device.js';
import { keptWork, type Kept } from '../autosave/kept-work.js';
import { sameFields, type SheetFields } from './sheet-fields.js';

const kind = 'sheet';

/** What the judge gave alone, under the assignment's random id: nothing of a team is in it. */
export const keptSheet = keptWork<SheetFields>(kind, sameFields, onDevice);

export const keptSheetName = (publicId: string) => `${kind}.${publicId}`;

/** The assignment of a name, null where it is of another kind. */
export const sheetOfName = (name: string) => (name.startsWith(`${kind}.`) ? name.slice(kind.length + 1) : null);

export const adoptSheet = (publicId: string) => adoptKept(keptSheetName(publicId));

/** In whichever tab it was typed: the server has it, or the judge may not score this entry. */
export function forgetSheet(publicId: string, fields?: SheetFields): void {
  forgetEverywhere(
    keptSheetName(publicId),
    (value) => fields === undefined || sameFields((value as Kept<SheetFields>).value, fields),
  );
}
