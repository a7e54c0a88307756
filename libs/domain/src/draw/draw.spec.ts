import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { drawJudges, type JudgeInPool } from './draw-judges.js';
import { drawPanels } from './draw-panels.js';
import { drawnOrder, drawTicket } from './drawn-order.js';

const seeds = fc.string({ minLength: 1 }).filter((text) => !text.includes('\n') && text.isWellFormed());
const idsOf = (count: number, letter = 'j') => Array.from({ length: count }, (_, index) => `${letter}${index}`);

describe('a public draw', () => {
  it('has tickets that a shell computes', () => {
    // printf '上证指数 3267.19\norder\nentry-1' | sha256sum
    expect(drawTicket('上证指数 3267.19', 'order', 'entry-1')).toBe(
      'aac293a9904d317c7f444ddac57f49929aa3d424728edeef91d2674cf26ad4fd',
    );
  });

  it('orders ids by ticket, whatever their order before, and keeps that order when one leaves', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 20 }), fc.nat(19), (seed, count, leaver) => {
        const ids = idsOf(count);
        const ticket = (id: string) => createHash('sha256').update(`${seed}\norder\n${id}`).digest('hex');
        const order = drawnOrder(seed, 'order', [...ids].reverse());
        expect(order).toEqual([...ids].sort((left, right) => (ticket(left) < ticket(right) ? -1 : 1)));
        const without = ids.filter((_, index) => index !== leaver);
        expect(drawnOrder(seed, 'order', without)).toEqual(order.filter((id) => id !== `j${leaver}`));
      }),
    );
  });

  it('gives each place to each id about as often', () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed += 1) {
      const first = drawnOrder(`seed ${seed}`, 'order', idsOf(8))[0] ?? '';
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    const chiSquare = [...firsts.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // 7 degrees of freedom: above 24.3 once in a thousand.
    expect(chiSquare).toBeLessThan(24.3);
  });

  it.each([
    ['an id twice', 's', ['a', 'a']],
    ['an empty id', 's', ['']],
    ['a line feed in an id', 's', ['a\nb']],
    ['no seed', '', ['a']],
    ['a seed of two lines', 'a\nb', ['a']],
  ])('is refused with %s', (_name, seed, ids) => {
    expect(() => drawnOrder(seed, 'order', ids)).toThrow(RangeError);
  });
});

describe('a draw of judges', () => {
  const judge = (id: string, change: Partial<JudgeInPool> = {}): JudgeInPool => ({
    ...{ id, kind: null, employer: null, isExcluded: false, ...change },
  });
  const plain = { seats: 3, kindsWanted: [], mostPerEmployer: null, reserves: 2 };

  it('gives seats, then reserves, in the order drawn', () => {
    const order = drawnOrder('s', 'judges', idsOf(7));
    const drawn = drawJudges(
      's',
      idsOf(7).map((id) => judge(id)),
      plain,
    );
    expect(drawn).toMatchObject({
      seats: order.slice(0, 3),
      reserves: order.slice(3, 5),
      seatsShort: 0,
      reservesShort: 0,
    });
    expect(drawn.minute.slice(5).map(({ outcome }) => outcome)).toEqual(['not-needed', 'not-needed']);
  });

  it('keeps seats for kinds, passes over conflicts and full employers, and counts what is short', () => {
    const pools = fc.array(
      fc.record({
        kind: fc.constantFrom('a', 'b', null),
        employer: fc.constantFrom('x', 'y', null),
        isExcluded: fc.boolean(),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(seeds, pools, (seed, bare) => {
        const pool = bare.map((one, index) => judge(`j${index}`, one));
        const draw = { ...plain, kindsWanted: [{ kind: 'a', atLeast: 2 }], mostPerEmployer: 1 };
        const result = drawJudges(seed, pool, draw);
        const drawn = [...result.seats, ...result.reserves].map((id) => pool.find((one) => one.id === id));
        expect(drawn.some((one) => one?.isExcluded !== false)).toBe(false);
        for (const employer of ['x', 'y']) {
          expect(drawn.filter((one) => one?.employer === employer).length).toBeLessThanOrEqual(1);
        }
        const others = result.seats.filter((id) => pool.find((one) => one.id === id)?.kind !== 'a').length;
        expect(others).toBeLessThanOrEqual(1);
        expect(result.seats.length + result.seatsShort).toBe(3);
        expect(result.reserves.length + result.reservesShort).toBe(2);
        expect(result.minute.length).toBe(pool.length);
        expect(drawJudges(seed, [...pool].reverse(), draw)).toEqual(result);
      }),
    );
  });

  it('is refused where kinds want more than the seats', () => {
    const kindsWanted = [{ kind: 'a', atLeast: 4 }];
    expect(() => drawJudges('s', [judge('a')], { ...plain, kindsWanted })).toThrow(/more judges than there are seats/);
  });
});

describe('a draw of panels', () => {
  it('spreads everybody and each group evenly', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.array(fc.constantFrom('a', 'b', null), { maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, groups, count) => {
          const members = groups.map((group, index) => ({ id: `j${index}`, group }));
          const panels = drawPanels(seed, members, idsOf(count, 'p'));
          expect(panels.flatMap((panel) => panel.members).sort(compareCodePoints)).toEqual(
            members.map(({ id }) => id).sort(compareCodePoints),
          );
          for (const group of [undefined, 'a', 'b', null]) {
            const isOf = (id: string) => group === undefined || groups[Number(id.slice(1))] === group;
            const sizes = panels.map((panel) => panel.members.filter(isOf).length);
            expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('needs a panel', () => {
    expect(() => drawPanels('s', [], [])).toThrow(RangeError);
  });
});
