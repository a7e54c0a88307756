import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { JudgeKind } from './judge-facts.js';

/** One judge of a roster: ids, and nothing by which a reader would know the person. */
export interface RosterJudge {
  readonly judge: string;
  /** Null for a judge without an account, as in a past edition. */
  readonly user: string | null;
  readonly kind: JudgeKind | null;
}

/** The judges of an edition as a second person approves them; its hash is what the ledger is told. */
export interface JudgeRoster {
  readonly schema: 1;
  readonly edition: string;
  /** By id. */
  readonly judges: readonly RosterJudge[];
}

/** @param judges in any order, each once */
export function judgeRoster(edition: string, judges: readonly RosterJudge[]): JudgeRoster {
  const ordered = judges.map(({ judge, user, kind }) => ({ judge, user, kind }));
  return { schema: 1, edition, judges: ordered.sort((left, right) => compareCodePoints(left.judge, right.judge)) };
}
