import type { Schemas } from '../../api/client.js';

const soonestMs = 10_000;
const latestMs = 300_000;

export type ReadFiles = Schemas['OfficeFilesDto'] & {
  /** How often in a row it was read and the copies were as far as before. */
  unchanged: number;
};

/** How far the viewing copies are. */
export const progressOf = ({ files }: Schemas['OfficeFilesDto']) => JSON.stringify(files.map(({ copy }) => copy));

/**
 * Every reading is told to the ledger: it is looked again only while something is on its way, and the more seldom the
 * longer it stays as far as it is.
 *
 * @returns milliseconds, from ten seconds to five minutes; false: not at all
 */
export function askFilesAgainMs(read: ReadFiles | undefined): number | false {
  const isGoing = read?.files.some(({ copy }) => copy?.state === 'waiting' || copy?.state === 'rendering') ?? false;
  return read && isGoing ? Math.min(soonestMs * 2 ** read.unchanged, latestMs) : false;
}
