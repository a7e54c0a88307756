import type { FileType } from '../form/form-definition.js';

/** The way of a viewing copy: *waiting*, *rendering* (its first pages may be there), then *ready* or *unshowable*. */
export const copyStates = ['waiting', 'rendering', 'ready', 'unshowable'] as const;
export type CopyState = (typeof copyStates)[number];

/** Why a file has no viewing copy. The page has a sentence for each, with what to do. */
export const copyFaults = ['encrypted', 'broken', 'too-heavy', 'too-many-pages', 'needs-pdf'] as const;
export type CopyFault = (typeof copyFaults)[number];

/** Faults that may have come of the machine and its programs, one of them missing included, not of the file alone. */
export const retriedFaults: readonly CopyFault[] = ['broken', 'too-heavy', 'needs-pdf'];

/** Most pages of a viewing copy. */
export const copyPageLimit = 500;

const shown: readonly FileType[] = ['pdf', 'png', 'jpeg', 'docx', 'pptx', 'xlsx'];
const office: readonly FileType[] = ['docx', 'pptx', 'xlsx'];

/** Whether a file is shown page by page; a film or an archive is not. */
export function isShown(type: FileType): boolean {
  return shown.includes(type);
}

/** Documents that LibreOffice makes a PDF of. */
export function isOffice(type: FileType): boolean {
  return office.includes(type);
}
