import { useState, useSyncExternalStore } from 'react';
import { deviceIntentions } from '../../../device/device.js';
import { allSubmissions, isUnanswered, readSubmission, type WaitingSubmission } from '../waiting-submission.js';

/** A text, for it to change when anything of it does. */
const standing = () => JSON.stringify(allSubmissions());

/**
 * What has become of submissions, by assignment. An answer that was seen stays, also after another page of this browser has
 * shown it and let it go.
 *
 * @returns undefined for one that has gone without an answer
 */
export function useLastSeen(publicIds: readonly string[]): (publicId: string) => WaitingSubmission | undefined {
  useSyncExternalStore(deviceIntentions.subscribe, standing);
  const [answered, setAnswered] = useState<ReadonlyMap<string, WaitingSubmission>>(new Map());
  const news = publicIds.flatMap((publicId): [string, WaitingSubmission][] => {
    const one = readSubmission(publicId);
    return one && !isUnanswered(one) && answered.get(publicId) !== one ? [[publicId, one]] : [];
  });
  if (news.length > 0) setAnswered(new Map([...answered, ...news]));
  return (publicId) => readSubmission(publicId) ?? answered.get(publicId);
}
