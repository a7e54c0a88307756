import { type BilingualText, fieldProblem, type FieldProblem } from '#domain';
import { type DrawDocument, type JudgesWanted } from '#domain/draw/draw-document';
import type { HandLine } from '#domain/draw/drawn-by-hand';
import type { PoolMember, PoolWanted } from './draw-pool.js';

/** What is to be drawn, and what the minute says of it. */
export interface NewDraw extends PoolWanted {
  /** Of a draw of judges; else null. */
  readonly judges: JudgesWanted | null;
  /** Where it is drawn, 1 to 200 characters, or null. */
  readonly place: string | null;
  /** Who draws and who supervises, 1 to 100 characters each, or null. */
  readonly drawer: string | null;
  readonly supervisor: string | null;
  /** Why what was drawn before for the same scope is drawn anew, 1 to 500 characters; null where nothing was. */
  readonly reason: string | null;
}

/** Fixed before anybody can know the seed. */
export interface NewSeededDraw extends NewDraw {
  /** Where the seed will be read, 1 to 300 characters. */
  readonly seedSource: string;
  /** From when on it can be known; ten minutes ahead at least. */
  readonly seedKnownFrom: Date;
}

/** Drawn already, by hand. */
export interface NewHandDraw extends NewDraw {
  /** Not in the future. */
  readonly drawnAt: Date;
  readonly lines: readonly HandLine[];
}

export interface StagePanel {
  readonly id: string;
  readonly key: string;
  readonly name: BilingualText;
}

/** The document that a draw depends on. @param fieldGroup key of the field group to which the pool is limited, or null */
export function documentOf(
  stageId: string,
  { kind, panelId, judges, passesConflicted }: NewDraw,
  { panels, fieldGroup }: { readonly panels: readonly StagePanel[]; readonly fieldGroup: string | null },
  pool: readonly PoolMember[],
): DrawDocument {
  return {
    ...{ fieldGroup, passesConflicted: kind === 'judges' && passesConflicted },
    ...{ schema: 1, stage: stageId, kind, panel: panels.find(({ id }) => id === panelId)?.key ?? null },
    judges: kind === 'judges' && judges !== null ? judgesOf(judges) : null,
    panels: kind === 'judge-panels' || kind === 'entry-panels' ? panels.map(({ key }) => key) : [],
    members: pool.map(({ id, group, employer, panel, excluded }) => ({ id, group, employer, panel, excluded })),
  };
}

/** No more than the document is of, whatever else was sent along. */
const judgesOf = ({ seats, reserves, kindsWanted, mostPerEmployer }: JudgesWanted): JudgesWanted => ({
  ...{ seats, reserves, mostPerEmployer },
  kindsWanted: kindsWanted.map(({ kind, atLeast }) => ({ kind, atLeast })),
});

/** What is wrong with a draw before anything is drawn. */
export function requestProblems(
  { kind, panelId, judges }: NewDraw,
  panels: readonly StagePanel[],
  document: DrawDocument,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (panelId !== null && (kind !== 'judges' || document.panel === null)) {
    problems.push(fieldProblem('panelId', 'option-unknown'));
  }
  if ((kind === 'judge-panels' || kind === 'entry-panels') && panels.length === 0) {
    problems.push(fieldProblem('kind', 'draw-panels-missing'));
  }
  const count = document.members.filter(({ excluded }) => excluded === null).length;
  if (kind !== 'judges') {
    if (count === 0) problems.push(fieldProblem('kind', 'draw-pool-short', { count, wanted: 1 }));
    return problems;
  }
  if (judges === null) return [...problems, fieldProblem('judges', 'field-missing')];
  if (judges.kindsWanted.reduce((sum, { atLeast }) => sum + atLeast, 0) > judges.seats) {
    problems.push(fieldProblem('judges.kindsWanted', 'draw-kinds-exceed-seats'));
  }
  for (const { kind: wanted, atLeast } of judges.kindsWanted) {
    const able = document.members.filter(({ group, excluded }) => group === wanted && excluded === null).length;
    if (able < atLeast) {
      problems.push(fieldProblem('judges.kindsWanted', 'draw-kind-short', { kind: wanted, atLeast, drawn: able }));
    }
  }
  if (count < judges.seats) {
    problems.push(fieldProblem('judges.seats', 'draw-pool-short', { count, wanted: judges.seats }));
  }
  return problems;
}
