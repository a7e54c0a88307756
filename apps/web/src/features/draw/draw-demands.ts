import type { Schemas } from '../../api/client.js';
import { kinds } from '../assignment/plan-demands.js';
import type { Draw, DrawDesk, DrawKind, HandLine } from './queries.js';

/** What stands in the form; times as the field holds them, in Beijing. */
export interface DrawDemands {
  readonly way: 'seed' | 'hand';
  readonly kind: DrawKind;
  readonly panelId: string;
  readonly fieldGroupId: string;
  readonly passesConflicted: boolean;
  readonly byPanel: boolean;
  readonly seats: number | null;
  readonly reserves: number | null;
  readonly mostPerEmployer: number | null;
  readonly kindsWanted: Readonly<Record<(typeof kinds)[number], number | null>>;
  readonly seedSource: string;
  readonly at: string;
  readonly place: string;
  readonly drawer: string;
  readonly supervisor: string;
  readonly reason: string;
  readonly handText: string;
}

export interface DrawFieldsProps {
  desk: DrawDesk;
  demands: DrawDemands;
  onChange: (next: Partial<DrawDemands>) => void;
}

export const firstDemands: DrawDemands = {
  ...{ way: 'seed', kind: 'judges', panelId: '', fieldGroupId: '', passesConflicted: true, byPanel: false },
  ...{ seats: 5, reserves: 2, mostPerEmployer: 1 },
  kindsWanted: { technology: null, management: null, 'venture-capital': null },
  ...{ seedSource: '', at: '', place: '', drawer: '', supervisor: '', reason: '', handText: '' },
};

function isOfScope(draw: Draw, { panels }: DrawDesk, { kind, panelId }: DrawDemands): boolean {
  const key = kind === 'judges' ? (panels.find(({ id }) => id === panelId)?.key ?? null) : null;
  return draw.kind === kind && (draw.panel?.key ?? null) === key;
}

/** Whether a draw of the same scope is not ended yet. */
export function isOpen(desk: DrawDesk, demands: DrawDemands): boolean {
  return desk.draws.some(
    (draw) => (draw.state === 'committed' || draw.state === 'drawn') && isOfScope(draw, desk, demands),
  );
}

/** Whether anything of the same scope was drawn before, in effect or taken back: whoever draws anew says why. */
export function drawnBefore(desk: DrawDesk, demands: DrawDemands): boolean {
  return desk.draws.some((draw) => draw.drawnAt !== null && isOfScope(draw, desk, demands));
}

const given = (text: string) => (text.trim() === '' ? null : text.trim());
const instantOf = (typed: string) => `${typed}:00+08:00`;

function shared(demands: DrawDemands): Omit<Schemas['CommitDrawDto'], 'seedSource' | 'seedKnownFrom'> {
  const { kind, panelId, fieldGroupId, seats, reserves, kindsWanted } = demands;
  const isOfJudges = kind === 'judges';
  return {
    ...{ kind, panelId: isOfJudges ? given(panelId) : null, fieldGroupId: isOfJudges ? given(fieldGroupId) : null },
    ...{ passesConflicted: demands.passesConflicted, byPanel: kind === 'order' && demands.byPanel },
    judges: isOfJudges
      ? {
          ...{ seats: seats ?? 0, reserves: reserves ?? 0, mostPerEmployer: demands.mostPerEmployer },
          kindsWanted: kinds.flatMap((one) => {
            const atLeast = kindsWanted[one] ?? 0;
            return atLeast > 0 ? [{ kind: one, atLeast }] : [];
          }),
        }
      : null,
    ...{ place: given(demands.place), drawer: given(demands.drawer), supervisor: given(demands.supervisor) },
    reason: given(demands.reason),
  };
}

export const seededDraw = (demands: DrawDemands): Schemas['CommitDrawDto'] => ({
  ...{ ...shared(demands), seedSource: demands.seedSource.trim(), seedKnownFrom: instantOf(demands.at) },
});

export const handDraw = (demands: DrawDemands, lines: readonly HandLine[]): Schemas['HandDrawDto'] => ({
  ...{ ...shared(demands), drawnAt: instantOf(demands.at), lines: [...lines] },
});
