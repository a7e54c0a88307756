import { count, positive } from './option-value.js';
import { WrongUsage } from './refusals.js';
import { optionName, type TypedOptions } from './tally-options.js';

/** What is to be said of how sure the ranks are. */
export interface UncertaintyRequest {
  /** Expected ranks and rank intervals. */
  readonly intervals: boolean;
  /** In (0, 1). */
  readonly confidence: number;
  readonly draws: number;
  readonly seed: number;
  /** Places after which an award line is drawn. */
  readonly lines: readonly number[];
}

const mostDraws = 1_000_000;

/** @throws WrongUsage */
export function uncertaintyRequest(typed: TypedOptions): UncertaintyRequest {
  const intervals = typed.intervals ?? false;
  const lines = typed.lines === undefined ? [] : typed.lines.split(',').map((place) => placeOf(place.trim()));
  for (const key of ['draws', 'seed'] as const) {
    if (typed[key] !== undefined && !intervals) {
      throw new WrongUsage(`${optionName(key)} has a meaning only with --intervals`);
    }
  }
  if (typed.confidence !== undefined && !intervals && lines.length === 0) {
    throw new WrongUsage('--confidence has a meaning only with --intervals or --lines');
  }
  const confidence = positive('--confidence', typed.confidence) ?? 0.95;
  if (confidence >= 1) throw new WrongUsage(`--confidence: "${typed.confidence}" is not between 0 and 1`);
  const draws = count('--draws', typed.draws) ?? 10_000;
  if (draws < 1 || draws > mostDraws) throw new WrongUsage(`--draws: "${draws}" is not from 1 to ${mostDraws}`);
  return { intervals, lines, confidence, draws, seed: count('--seed', typed.seed) ?? 1 };
}

function placeOf(text: string): number {
  const place = count('--lines', text);
  if (place < 1) throw new WrongUsage(`--lines: a line is drawn after a place from 1 on, not "${text}"`);
  return place;
}
