import type { BilingualText } from '../../../locales/use-text.js';
import type { PaperJudge } from './queries.js';

interface Panel {
  readonly key: string;
  readonly name: BilingualText;
}

export interface PanelJudges<P extends Panel = Panel> {
  /** Null: judges without a panel. */
  readonly panel: P | null;
  /** The chair first, the others as they came. */
  readonly judges: readonly PaperJudge[];
}

/** A judge whose name is erased comes to no table: there is nothing to print, and nobody to sign. */
export const hasName = ({ name }: PaperJudge): boolean => name !== null;

export const chairs = ({ seats }: PaperJudge, panel: string | null) =>
  seats.some((seat) => seat.panel === panel && seat.isChair);

/** Judges by panel, in the order of the panels; who sits on none comes last, and a panel without judges not at all. */
export function judgesByPanel<P extends Panel>(panels: readonly P[], judges: readonly PaperJudge[]): PanelJudges<P>[] {
  const seated = panels.map((panel) => {
    const own = judges.filter(({ seats }) => seats.some((seat) => seat.panel === panel.key));
    return { panel, judges: [...own].sort((a, b) => Number(chairs(b, panel.key)) - Number(chairs(a, panel.key))) };
  });
  const others = { panel: null, judges: judges.filter(({ seats }) => seats.length === 0) };
  return [...seated, others].filter((group) => group.judges.length > 0);
}

export interface Plate<P extends Panel = Panel> {
  readonly judge: PaperJudge;
  /** All that the judge sits on; may be none. */
  readonly panels: readonly P[];
}

/** Each judge once, in the order of the panels: who sits on several has one place at the table. */
export function platesOf<P extends Panel>(panels: readonly P[], judges: readonly PaperJudge[]): Plate<P>[] {
  const inOrder = new Set(judgesByPanel(panels, judges).flatMap((group) => group.judges));
  return [...inOrder].map((judge) => ({
    judge,
    panels: panels.filter(({ key }) => judge.seats.some(({ panel }) => panel === key)),
  }));
}

/** Chinese, Japanese and Korean characters, their marks, and letters of full width. */
const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60·ー]/u;

/** By how large a name is printed so that it keeps to its face of the plate: a Chinese character is as wide as two letters. */
export function plateSize(name: string): 'large' | 'middle' | 'small' {
  const width = [...name].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0);
  if (width <= 16) return 'large';
  return width <= 36 ? 'middle' : 'small';
}

/** Width of one letter in bold type, in em, on the safe side. */
const letterWidth = (letter: string) =>
  /[\p{Script=Han}（）]/u.test(letter) ? 1 : /\p{Lu}|[mw]/u.test(letter) ? 0.85 : 0.62;

/** Width in em of the widest part of a name that may not be broken; a line may end at a space and after a hyphen. */
export function widestWord(name: string): number {
  const widths = name
    .split(/\s+|(?<=-)/u)
    .map((word) => [...word].reduce((sum, letter) => sum + letterWidth(letter), 0));
  return Math.max(1, ...widths);
}
