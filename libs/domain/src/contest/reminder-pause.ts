/** A judge is reminded of one stage once in so many hours at most, by whomever: a proposal, see the domain's rules. */
export const reminderPauseHours = 12;

/** @param remindedAt when last, and `now`, in milliseconds since the epoch; null: never */
export function mayBeReminded(remindedAt: number | null, now: number): boolean {
  return remindedAt === null || now - remindedAt >= reminderPauseHours * 3_600_000;
}
