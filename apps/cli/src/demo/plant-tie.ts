import { stageTally, type StageRules, type TallySheet } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import type { Random } from './random.js';
import { decimal, type SheetScores } from './sheet-scores.js';

/** A sheet before it is submitted. */
export interface DraftSheet {
  readonly assignmentId: string;
  readonly stageEntryId: string;
  readonly judgeId: string;
  scores: SheetScores;
  readonly comments: SheetComments | null;
  /** Withheld, or voided by a recusal: not counted. */
  readonly isCounted: boolean;
}

const tries = 3000;

/**
 * Moves the sheets of the entry behind the line, half a point at a time, until its stage score equals that of the
 * entry before it: a tie at an award line, for the ladder to settle.
 *
 * @param place the last place above the line, from 1
 * @throws RangeError when no such sheets were found
 */
export function plantTie(random: Random, rules: StageRules, sheets: readonly DraftSheet[], place: number): void {
  const ranked = tallied(rules, sheets).filter(({ score }) => score !== null);
  const [above, below] = [ranked[place - 1], ranked[place]];
  if (!above || !below) throw new RangeError(`nobody stands on place ${place + 1}`);
  const moved = sheets.filter((sheet) => sheet.stageEntryId === below.entry && sheet.isCounted);
  let distance = gap(rules, moved, above.score);
  for (let attempt = 0; attempt < tries && distance > 0; attempt += 1) {
    const sheet = random.pick(moved);
    const before = sheet.scores;
    sheet.scores = nudged(random, rules, before);
    const now = gap(rules, moved, above.score);
    // Now and then a step away, so that the search does not end in a corner.
    if (now <= distance || (now < distance + 0.5 && random.chance(0.05))) distance = now;
    else sheet.scores = before;
  }
  if (distance > 0) throw new RangeError('no tie could be planted');
}

function tallied(rules: StageRules, sheets: readonly DraftSheet[]) {
  return stageTally(rules, sheets.filter(({ isCounted }) => isCounted).map(tallySheet)).rows;
}

/** The search compares published decimals of two places, whose difference a double holds well enough. */
function gap(rules: StageRules, sheets: readonly DraftSheet[], target: string | null): number {
  const score = tallied(rules, sheets)[0]?.score ?? null;
  if (score === target) return 0;
  return Math.max(0.001, Math.abs(Number(score) - Number(target)));
}

function nudged(random: Random, rules: StageRules, scores: SheetScores): SheetScores {
  const { key, minimum, maximum } = random.pick(rules.rubric.criteria);
  const score = Number(scores[key]) + (random.chance(0.5) ? 0.5 : -0.5);
  return { ...scores, [key]: decimal(Math.min(Number(maximum), Math.max(Number(minimum), score))) };
}

function tallySheet(sheet: DraftSheet): TallySheet {
  return {
    entry: sheet.stageEntryId,
    judge: sheet.judgeId,
    scores: Object.entries(sheet.scores).map(([criterion, score]) => ({ criterion, score })),
  };
}
