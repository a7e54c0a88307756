import { drawnOrder } from './drawn-order.js';

export interface JudgeInPool {
  readonly id: string;
  readonly kind: string | null;
  readonly employer: string | null;
  /** A conflict of interest with an entry that is to be judged, or unavailable: never drawn. */
  readonly isExcluded: boolean;
}

export interface JudgeDraw {
  readonly seats: number;
  /** Of the seats, at least so many of a kind. */
  readonly kindsWanted: readonly { readonly kind: string; readonly atLeast: number }[];
  /** Drawn judges of one employer, reserves counted; null: any number. */
  readonly mostPerEmployer: number | null;
  readonly reserves: number;
}

/** What became of a judge, in the order drawn: the lines of the minute. */
export interface DrawnJudge {
  readonly judge: string;
  readonly outcome: 'seat' | 'reserve' | 'excluded' | 'employer-full' | 'kind-seats-only' | 'not-needed';
}

export interface JudgeDrawResult {
  readonly minute: readonly DrawnJudge[];
  readonly seats: readonly string[];
  /** In the order in which they are called. */
  readonly reserves: readonly string[];
  /** Seats and reserves for which nobody was left. */
  readonly seatsShort: number;
  readonly reservesShort: number;
}

/**
 * Draws judges from a pool (专家抽取). In the order of `drawnOrder(seed, 'judges', …)` each judge takes a seat kept for
 * the judge's kind, else a seat kept for none, else a place in the reserve; whoever is excluded, or has as many colleagues
 * as may be, is passed over. The minute says for everybody why.
 *
 * @throws RangeError where kinds want more than there are seats; for ids as `drawnOrder`.
 */
export function drawJudges(seed: string, pool: readonly JudgeInPool[], draw: JudgeDraw): JudgeDrawResult {
  const kept = new Map(draw.kindsWanted.map(({ kind, atLeast }) => [kind, atLeast]));
  let open = draw.seats - [...kept.values()].reduce((sum, atLeast) => sum + atLeast, 0);
  if (open < 0) throw new RangeError('kinds want more judges than there are seats');
  let reserves = draw.reserves;
  const byId = new Map(pool.map((judge) => [judge.id, judge]));
  const colleagues = new Map<string, number>();
  const outcomeOf = ({ kind, employer, isExcluded }: JudgeInPool): DrawnJudge['outcome'] => {
    if (isExcluded) return 'excluded';
    const seatsLeft = open + [...kept.values()].reduce((sum, left) => sum + left, 0);
    if (seatsLeft + reserves === 0) return 'not-needed';
    const before = employer === null ? 0 : (colleagues.get(employer) ?? 0);
    if (draw.mostPerEmployer !== null && employer !== null && before >= draw.mostPerEmployer) return 'employer-full';
    const keptForKind = kind === null ? 0 : (kept.get(kind) ?? 0);
    if (keptForKind + open + reserves === 0) return 'kind-seats-only';
    if (employer !== null) colleagues.set(employer, before + 1);
    if (kind !== null && keptForKind > 0) kept.set(kind, keptForKind - 1);
    else if (open > 0) open -= 1;
    else {
      reserves -= 1;
      return 'reserve';
    }
    return 'seat';
  };
  const ids = drawnOrder(seed, 'judges', [...byId.keys()]);
  if (byId.size !== pool.length) throw new RangeError('an id stands twice in a draw');
  const minute = ids.flatMap((id): DrawnJudge[] => {
    const judge = byId.get(id);
    return judge ? [{ judge: id, outcome: outcomeOf(judge) }] : [];
  });
  const drawn = (outcome: DrawnJudge['outcome']) =>
    minute.filter((line) => line.outcome === outcome).map(({ judge }) => judge);
  const [seats, called] = [drawn('seat'), drawn('reserve')];
  return {
    ...{ minute, seats, reserves: called },
    ...{ seatsShort: draw.seats - seats.length, reservesShort: draw.reserves - called.length },
  };
}
