import { quotaOf } from '../awards/advance.js';
import type { Advancement } from '../contest/stage-rules.js';
import type { AnalysisLine } from './closed-analysis.js';

export interface LineSource {
  /** Of the stage, highest first; none where it gives no awards. */
  readonly tiers: readonly { readonly key: string; readonly quota: number }[];
  readonly advancement: Advancement | null;
  /** All entries of each group whose quota is its own. */
  readonly groupSizes: Readonly<Record<string, number>>;
}

/**
 * After which places lines fall, by group: after each award tier's quota and those above it, and after the last that
 * advances.
 */
export function analysisLines({ tiers, advancement, groupSizes }: LineSource): Record<string, AnalysisLine[]> {
  let awarded = 0;
  const awards = tiers.map(({ key, quota }): AnalysisLine => {
    awarded += quota;
    return { after: awarded, kind: 'award-tier', key };
  });
  return Object.fromEntries(
    Object.entries(groupSizes).map(([group, size]) => {
      const after = advancement && quotaOf(advancement, size);
      const cut: AnalysisLine[] = after ? [{ after, kind: 'advancement', key: null }] : [];
      return [group, [...awards, ...cut].sort((left, right) => left.after - right.after)];
    }),
  );
}
