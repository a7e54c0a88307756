import type { OwnSheet } from '../own-sheet.js';

export type LateSheetState = 'waiting' | 'accepted' | 'refused';

/** What the judge handed to the office after judging. */
export interface OwnLateSheet extends OwnSheet {
  /** By the judge's device, as an ISO time, as the other; null where it didn't tell. */
  readonly typedAt: string | null;
  readonly receivedAt: string;
  readonly state: LateSheetState;
  /** Why it was refused. */
  readonly reason: string | null;
}
