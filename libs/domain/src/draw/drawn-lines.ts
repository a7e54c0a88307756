import { drawJudges, type DrawnJudge } from './draw-judges.js';
import { drawPanels } from './draw-panels.js';
import { type DrawDocument, type DrawMember, purposeOf } from './draw-document.js';
import { drawnOrder, drawTicket } from './drawn-order.js';

/** What became of a member: one line of the minute. */
export interface DrawnLine {
  readonly member: string;
  /** 64 hex digits; null where it was drawn by hand. */
  readonly ticket: string | null;
  readonly outcome: DrawnJudge['outcome'] | 'panel' | 'place';
  /** Key of the panel that took the member. */
  readonly panel: string | null;
  /** Of a seat, a reserve (in which they are called) or an order of appearance, from 1. */
  readonly place: number | null;
}

/**
 * What a seed makes of a draw: a line for every member of the pool, in the order of their tickets.
 *
 * @throws RangeError as `drawJudges` and `drawPanels`
 * @example drawnLines(document, '3267.19')[0] // { member: '23', ticket: '00c1…', outcome: 'place', panel: null, place: 1 }
 */
export function drawnLines(document: DrawDocument, seed: string): DrawnLine[] {
  const purpose = purposeOf[document.kind];
  const ids = drawnOrder(
    seed,
    purpose,
    document.members.map(({ id }) => id),
  );
  const found = outcomesOf(document, seed, ids);
  return ids.map((member) => {
    const outcome = found.get(member) ?? { outcome: 'excluded', panel: null, place: null };
    return { member, ticket: drawTicket(seed, purpose, member), ...outcome };
  });
}

type Outcome = Pick<DrawnLine, 'outcome' | 'panel' | 'place'>;

function outcomesOf(document: DrawDocument, seed: string, ids: readonly string[]): Map<string, Outcome> {
  const taking = document.members.filter(({ excluded }) => excluded === null);
  switch (document.kind) {
    case 'judges':
      return judgesDrawn(document, seed);
    case 'judge-panels':
    case 'entry-panels': {
      const panels = taking.length === 0 ? [] : drawPanels(seed, taking, document.panels);
      return new Map(
        panels.flatMap(({ panel, members }) =>
          members.map((id): [string, Outcome] => [id, { outcome: 'panel', panel, place: null }]),
        ),
      );
    }
    case 'order':
      return placesDrawn(taking, ids);
  }
}

function judgesDrawn({ judges, members, panel }: DrawDocument, seed: string): Map<string, Outcome> {
  if (judges === null) throw new RangeError('a draw of judges has to say how many');
  const pool = members.map(({ id, group, employer, excluded }) => ({
    ...{ id, kind: group, employer, isExcluded: excluded !== null },
  }));
  const { minute, seats, reserves } = drawJudges(seed, pool, judges);
  const placeOf = { seat: seats, reserve: reserves } as const;
  return new Map(
    minute.map(({ judge, outcome }) => {
      const isDrawn = outcome === 'seat' || outcome === 'reserve';
      return [
        judge,
        { outcome, panel: isDrawn ? panel : null, place: isDrawn ? placeOf[outcome].indexOf(judge) + 1 : null },
      ];
    }),
  );
}

/** Numbered from 1 within each panel, or within the stage. */
function placesDrawn(taking: readonly DrawMember[], ids: readonly string[]): Map<string, Outcome> {
  const panelOf = new Map(taking.map(({ id, panel }) => [id, panel]));
  const next = new Map<string | null, number>();
  const found = new Map<string, Outcome>();
  for (const id of ids) {
    const panel = panelOf.get(id);
    if (panel === undefined) continue;
    const place = next.get(panel) ?? 1;
    next.set(panel, place + 1);
    found.set(id, { outcome: 'place', panel, place });
  }
  return found;
}
