import type { SheetDesign } from '../severity/sheet-design.js';

/** Positions of each judge's sheets in the design, ascending. */
export function judgeSheets({ judges, judgeOf }: SheetDesign): readonly Int32Array[] {
  const lists: number[][] = judges.map(() => []);
  judgeOf.forEach((judge, sheet) => lists[judge]?.push(sheet));
  return lists.map((list) => Int32Array.from(list));
}
