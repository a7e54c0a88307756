import { amendAnswer, preparedNames } from '../../../device/prepared.js';

/** Bytes of pages, by the server's count. */
export interface Size {
  bytes: number;
  pages: number;
  /** Copies that are not rendered yet: they are not among the pages. */
  missing: number;
  /** Films: they are played online alone. Left out by what was prepared before they were counted. */
  films?: number;
}

/** What a stage has here, as the device keeps it. */
export interface Prepared {
  size: Size;
  /** Public ids of the assignments whose entries are here. */
  assignments: readonly string[];
}

/**
 * No stage counts an entry as here that leaves the device: given back later, it has to be brought here again.
 *
 * @throws DOMException where the device fails
 */
export async function keepPreparedWhere(isHere: (publicId: string) => boolean): Promise<void> {
  for (const name of await preparedNames('answers', 'stage/')) {
    await amendAnswer<Prepared>(name, (kept) => ({ ...kept, assignments: kept.assignments.filter(isHere) }));
  }
}
