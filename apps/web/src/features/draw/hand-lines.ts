import type { DrawKind, HandLine } from './queries.js';

interface Known {
  readonly kind: DrawKind;
  readonly members: readonly { readonly id: string; readonly name: string | null }[];
  readonly panels: readonly { readonly key: string; readonly name: { readonly zh: string; readonly en: string } }[];
  /** Of a draw of judges: lines after so many are reserves where they do not say what they are. */
  readonly seats: number;
  /** What people write for a seat and for a reserve, in both languages, apart by commas. */
  readonly words: { readonly seat: string; readonly reserve: string };
}

/** A line that cannot be read, with why. */
export interface UnreadLine {
  /** From 1, blank lines not counted. */
  readonly line: number;
  readonly text: string;
  readonly why: 'unknown' | 'ambiguous' | 'panel' | 'outcome';
}

export interface HandReading {
  readonly lines: readonly HandLine[];
  readonly unread: readonly UnreadLine[];
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/**
 * Reads what was drawn as somebody typed it or pasted it from a table: one line each, cells apart by tabs or commas. The
 * first cell is an entry's number, or a judge's name or id; then a panel, a place, or a word for seat or reserve with a place. Lines
 * without a place stand in the order drawn.
 */
export function readHandLines(text: string, known: Known): HandReading {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== '');
  const lines: HandLine[] = [];
  const unread: UnreadLine[] = [];
  const index = indexed(known);
  const counts = { seat: 0, reserve: 0, panel: 0, place: 0 };
  rows.forEach((row, at) => {
    const [first = '', ...cells] = row.split(/[\t,，]/).map((cell) => cell.trim());
    const found = membersCalled(first, known, index);
    const refuse = (why: UnreadLine['why']) => unread.push({ line: at + 1, text: row.trim(), why });
    const member = found[0];
    if (member === undefined) refuse('unknown');
    else if (found.length > 1) refuse('ambiguous');
    else {
      const line = lineOf(member, cells, counts, known);
      if (typeof line === 'string') refuse(line);
      else {
        lines.push(line);
        counts[line.outcome] += 1;
      }
    }
  });
  return { lines, unread };
}

const isOfEntries = ({ kind }: Known) => kind === 'order' || kind === 'entry-panels';

/** Ids by what a member may be called. */
function indexed(known: Known): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, Set<string>>();
  for (const { id, name } of known.members) {
    for (const called of isOfEntries(known) || name === null ? [id] : [id, plain(name)]) {
      index.set(called, (index.get(called) ?? new Set()).add(id));
    }
  }
  return new Map([...index].map(([called, ids]) => [called, [...ids]]));
}

function membersCalled(cell: string, known: Known, index: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const wanted = isOfEntries(known) ? String(Number(/\d+/.exec(cell)?.[0] ?? '')) : plain(cell);
  return index.get(wanted) ?? [];
}

function lineOf(
  member: string,
  cells: readonly string[],
  counts: Readonly<Record<HandLine['outcome'], number>>,
  known: Known,
): HandLine | 'panel' | 'outcome' {
  const line = { member, panel: null, place: null };
  const next = (outcome: HandLine['outcome']) => counts[outcome] + 1;
  if (known.kind === 'order') {
    return { ...line, outcome: 'place', place: placeOf(cells) ?? next('place') };
  }
  if (known.kind === 'judges') {
    const word = plain(cells.find((cell) => cell !== '' && !/^\d+$/.test(cell)) ?? '');
    const isOf = (words: string) => words.split(',').some((one) => plain(one) === word);
    const isSaid = word !== '';
    if (isSaid && !isOf(known.words.reserve) && !isOf(known.words.seat)) return 'outcome';
    const isReserve = isSaid ? isOf(known.words.reserve) : counts.seat + counts.reserve >= known.seats;
    const outcome = isReserve ? 'reserve' : 'seat';
    return { ...line, outcome, place: placeOf(cells) ?? next(outcome) };
  }
  const wanted = plain(cells[0] ?? '');
  const panel = known.panels.find(({ key, name }) => [key, name.zh, name.en].some((one) => plain(one) === wanted));
  return panel === undefined ? 'panel' : { ...line, outcome: 'panel', panel: panel.key };
}

function placeOf(cells: readonly string[]): number | null {
  const digits = cells.find((cell) => /^\d{1,6}$/.test(cell));
  return digits === undefined ? null : Number(digits);
}
