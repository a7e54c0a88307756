import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DrawDocument, DrawMember } from './draw-document.js';
import { drawHash } from './draw-document.js';
import { drawnByHand, type HandLine } from './drawn-by-hand.js';
import { drawnLines } from './drawn-lines.js';
import { drawnOrder } from './drawn-order.js';

const member = (id: string, changes: Partial<DrawMember> = {}): DrawMember => ({
  ...{ id, group: null, employer: null, panel: null, excluded: null, ...changes },
});
const draw = (changes: Partial<DrawDocument>): DrawDocument => ({
  ...{ schema: 1, stage: 's', kind: 'order', panel: null, judges: null, panels: [], members: [] },
  ...{ fieldGroup: null, passesConflicted: true },
  ...changes,
});
const judges = { seats: 2, reserves: 1, kindsWanted: [], mostPerEmployer: 1 };
const pool = [
  member('a', { employer: 'e1', group: 'technology' }),
  member('b', { employer: 'e1' }),
  member('c', { excluded: 'conflicted' }),
  ...[member('d'), member('e')],
];

describe('the lines of a draw by seed', () => {
  it('say for every member of the pool what became of it, in the order of the tickets', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const lines = drawnLines(draw({ kind: 'judges', judges, members: pool, panel: 'p' }), `seed ${seed}`);
        expect(lines.map(({ member: id }) => id)).toEqual(
          drawnOrder(
            `seed ${seed}`,
            'judges',
            pool.map(({ id }) => id),
          ),
        );
        expect(lines.find(({ member: id }) => id === 'c')?.outcome).toBe('excluded');
        const drawn = lines.filter(({ outcome }) => outcome === 'seat');
        expect(drawn.map(({ place, panel }) => [place, panel])).toEqual([
          [1, 'p'],
          [2, 'p'],
        ]);
        const taken = lines.filter(({ place }) => place !== null).map(({ member: id }) => id);
        expect(taken.includes('a') && taken.includes('b')).toBe(false);
      }),
    );
  });

  it('number the order of appearance from 1, within each panel where there are any', () => {
    const members = ['1', '2', '3', '4'].map((id) => member(id, { panel: Number(id) % 2 === 0 ? 'even' : 'odd' }));
    const lines = drawnLines(draw({ members }), 'seed');
    for (const panel of ['even', 'odd']) {
      expect(lines.filter((line) => line.panel === panel).map(({ place }) => place)).toEqual([1, 2]);
    }
    const whole = drawnLines(draw({ members: members.map(({ id }) => member(id)) }), 'seed');
    expect(whole.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
    expect(whole.map(({ ticket }) => ticket)).toEqual(lines.map(({ ticket }) => ticket));
  });

  it('spread members over panels, and leave out who is excluded', () => {
    const lines = drawnLines(draw({ kind: 'judge-panels', panels: ['p', 'q'], members: pool }), 'seed');
    const sizes = ['p', 'q'].map((panel) => lines.filter((line) => line.panel === panel).length);
    expect(sizes).toEqual([2, 2]);
    expect(lines.find(({ member: id }) => id === 'c')).toMatchObject({ outcome: 'excluded', panel: null });
  });

  it('hang together with one hash, which any other pool or rule changes', () => {
    const one = draw({ kind: 'judges', judges, members: pool });
    expect(drawHash(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(drawHash({ ...one, members: pool.slice(1) })).not.toBe(drawHash(one));
    expect(drawHash({ ...one, judges: { ...judges, seats: 3 } })).not.toBe(drawHash(one));
  });
});

describe('a draw by hand', () => {
  const seat = (id: string, place: number | null): HandLine => ({ member: id, outcome: 'seat', panel: null, place });
  const reserve = (id: string, place: number): HandLine => ({ member: id, outcome: 'reserve', panel: null, place });
  const ofJudges = draw({ kind: 'judges', judges, members: pool, panel: 'p' });
  const codes = (document: DrawDocument, lines: readonly HandLine[]) =>
    drawnByHand(document, lines).problems.map(({ path, code }) => `${path} ${code}`);

  it('is read with seats and reserves in their order, then everybody else', () => {
    const { lines } = drawnByHand(ofJudges, [reserve('e', 1), seat('d', 2), seat('a', 1)]);
    expect(lines?.map(({ member: id, outcome, place }) => [id, outcome, place])).toEqual([
      ...[
        ['a', 'seat', 1],
        ['d', 'seat', 2],
        ['e', 'reserve', 1],
      ],
      ...[
        ['b', 'not-needed', null],
        ['c', 'excluded', null],
      ],
    ]);
    expect(lines?.[0]).toMatchObject({ panel: 'p', ticket: null });
  });

  it.each<[string, HandLine[], string[]]>([
    ['somebody unknown', [seat('x', 1), seat('a', 2)], ['lines[0].member draw-member-unknown']],
    [
      'somebody twice',
      [seat('a', 1), seat('a', 2)],
      ['lines[1].member draw-member-twice', expect.any(String) as never],
    ],
    ['somebody excluded', [seat('c', 1), seat('a', 2)], ['lines[0].member draw-member-excluded']],
    ['a place twice', [seat('d', 1), seat('a', 1)], ['lines[1].place draw-place-twice']],
    ['a gap', [seat('d', 1), seat('a', 3)], ['lines[1].place draw-place-beyond']],
    ['no place', [seat('d', 1), seat('a', null)], ['lines[1].place draw-place-expected']],
    ['too few seats', [seat('d', 1)], ['lines draw-count-differs']],
    ['two colleagues', [seat('a', 1), seat('b', 2)], ['lines[1].member draw-employer-full']],
    [
      'an order of appearance',
      [seat('a', 1), seat('d', 2), { member: 'e', outcome: 'place', panel: null, place: 1 }],
      ['lines[2].outcome draw-outcome-wrong'],
    ],
  ])('is refused with %s, and says in which line', (_name, lines, expected) => {
    expect(codes(ofJudges, lines)).toEqual(expected);
  });

  it('is refused without the kinds that are wanted', () => {
    const wanting = { ...ofJudges, judges: { ...judges, kindsWanted: [{ kind: 'technology', atLeast: 1 }] } };
    expect(codes(wanting, [seat('d', 1), seat('e', 2)])).toEqual(['lines draw-kind-short']);
  });

  it('of an order or of panels says something of everybody', () => {
    const place = (id: string, at: number): HandLine => ({ member: id, outcome: 'place', panel: null, place: at });
    const order = draw({ members: [member('1'), member('2')] });
    expect(codes(order, [place('2', 1)])).toEqual(['lines draw-members-missing']);
    expect(drawnByHand(order, [place('1', 2), place('2', 1)]).lines?.map(({ member: id }) => id)).toEqual(['2', '1']);
    const panels = draw({ kind: 'entry-panels', panels: ['p'], members: [member('1')] });
    const into = (panel: string): HandLine => ({ member: '1', outcome: 'panel', panel, place: null });
    expect(codes(panels, [into('q')])).toEqual(['lines[0].panel draw-panel-unknown']);
    expect(codes(panels, [into('p')])).toEqual([]);
  });
});
