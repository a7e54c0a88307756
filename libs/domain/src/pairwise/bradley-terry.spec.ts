import { describe, expect, it } from '@jest/globals';
import { drawnComparisons } from '../../../../test/builders/drawn-designs.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { type BradleyTerryFit, fitBradleyTerry } from './bradley-terry.js';
import { type Comparison, pairwiseTable } from './pairwise-table.js';
import { plainBradleyTerry } from './shadow/plain-bradley-terry.js';

const won = (winner: string, loser: string, count = 1): Comparison => ({ winner, loser, count });

function fitted(fit: BradleyTerryFit) {
  if (fit.outcome !== 'fitted') throw new Error('the fit was refused');
  return fit;
}

/** Largest differences from the oracle in abilities and in errors, the latter relative. */
function distance(comparisons: readonly Comparison[], fit: BradleyTerryFit, prior?: number) {
  const { estimate } = fitted(fit);
  const oracle = plainBradleyTerry(comparisons, prior);
  let [abilities, errors] = [0, 0];
  estimate.entries.forEach((entry, i) => {
    const { value, standardError } = oracle.abilities.get(entry)!;
    abilities = Math.max(abilities, Math.abs(estimate.scores[i]! - value));
    errors = Math.max(errors, Math.abs(estimate.standardErrors[i]! / standardError - 1));
    estimate.entries.slice(0, i).forEach((other, j) => {
      errors = Math.max(errors, Math.abs(estimate.differenceError(i, j) / oracle.differenceError(entry, other) - 1));
    });
  });
  return { abilities, errors };
}

/**
 * Minorise–maximise iterations (Hunter, Ann. Statist. 32 (2004) 384–406) until nothing moves: another way to the maximum.
 */
function minoriseMaximise(comparisons: readonly Comparison[], entries: readonly string[]): number[] {
  let strengths = entries.map(() => 1);
  for (let round = 0; round < 20_000; round += 1) {
    const next = entries.map((entry, i) => {
      let [wins, shares] = [0, 0];
      for (const { winner, loser, count } of comparisons) {
        if (winner !== entry && loser !== entry) continue;
        if (winner === entry) wins += count;
        shares += count / (strengths[i]! + strengths[entries.indexOf(winner === entry ? loser : winner)]!);
      }
      return wins / shares;
    });
    const scale = Math.exp(next.reduce((sum, value) => sum + Math.log(value), 0) / next.length);
    const moved = Math.max(...next.map((value, i) => Math.abs(Math.log(value / scale / strengths[i]!))));
    strengths = next.map((value) => value / scale);
    if (moved < 1e-14) break;
  }
  return strengths.map(Math.log);
}

describe('Bradley–Terry abilities', () => {
  it('are log odds: two entries, 3 to 1', () => {
    const { estimate } = fitted(fitBradleyTerry(pairwiseTable([won('a', 'b', 3), won('b', 'a', 1)])));
    expect(estimate.scores[0]).toBeCloseTo(Math.log(3) / 2, 12);
    expect(estimate.scores[1]).toBeCloseTo(-Math.log(3) / 2, 12);
    // Information of the difference: 4 · ¾ · ¼
    expect(estimate.differenceError(0, 1)).toBeCloseTo(1 / Math.sqrt(0.75), 12);
    expect(estimate.standardErrors[0]).toBeCloseTo(0.5 / Math.sqrt(0.75), 12);
  });

  it('agree with the published fit of the American League of 1987', () => {
    // Wins of the row over the column; Agresti, Categorical Data Analysis, 2nd ed. 2002, p. 438.
    const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore'];
    const wins = [
      [0, 7, 9, 7, 7, 9, 11],
      [6, 0, 7, 5, 11, 9, 9],
      [4, 6, 0, 7, 7, 8, 12],
      [6, 8, 6, 0, 6, 7, 10],
      [6, 2, 6, 7, 0, 7, 12],
      [4, 4, 5, 6, 6, 0, 6],
      [2, 4, 1, 3, 1, 7, 0],
    ];
    const rows = wins.flatMap((row, i) => row.map((count, j) => won(teams[i]!, teams[j]!, count)));
    const { estimate } = fitted(fitBradleyTerry(pairwiseTable(rows.filter(({ winner, loser }) => winner !== loser))));
    const baltimore = estimate.entries.indexOf('Baltimore');
    const against = (team: string) => {
      const i = estimate.entries.indexOf(team);
      return [estimate.scores[i]! - estimate.scores[baltimore]!, estimate.differenceError(i, baltimore)].map((figure) =>
        figure.toFixed(4),
      );
    };
    // Estimate and standard error against Baltimore, as Turner and Firth's BradleyTerry2 prints them (its vignette).
    expect(against('Boston')).toEqual(['1.1077', '0.3339']);
    expect(against('Cleveland')).toEqual(['0.6839', '0.3319']);
    expect(against('Detroit')).toEqual(['1.4364', '0.3396']);
    expect(against('Milwaukee')).toEqual(['1.5814', '0.3433']);
    expect(against('New York')).toEqual(['1.2476', '0.3359']);
    expect(against('Toronto')).toEqual(['1.2945', '0.3367']);
  });

  it('agree with a plain solver on random comparisons, abilities to 1e-8 and errors to 1e-6', () => {
    let fits = 0;
    for (let seed = 1; seed <= 1000; seed += 1) {
      const rows = drawnComparisons(seed);
      const fit = fitBradleyTerry(pairwiseTable(rows));
      if (fit.outcome === 'refused') continue;
      fits += 1;
      const { abilities, errors } = distance(rows, fit);
      expect(fit.convergence.converged).toBe(true);
      expect({ seed, abilities: abilities <= 1e-8, errors: errors <= 1e-6 }).toEqual({
        seed,
        abilities: true,
        errors: true,
      });
    }
    expect(fits).toBeGreaterThan(400);
  });

  it('agree with it under a prior, separated or not', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const rows = drawnComparisons(seed);
      const prior = [0.3, 1, 5][seed % 3]!;
      const fit = fitted(fitBradleyTerry(pairwiseTable(rows), { prior }));
      const { abilities, errors } = distance(rows, fit, prior);
      expect({ seed, abilities: abilities <= 1e-8, errors: errors <= 1e-6 }).toEqual({
        seed,
        abilities: true,
        errors: true,
      });
      const plain = fitBradleyTerry(pairwiseTable(rows));
      expect(fit.separation).toEqual(plain.outcome === 'refused' ? plain.components : null);
    }
  });

  it('are where minorise–maximise iterations end', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const rows = drawnComparisons(seed);
      const fit = fitBradleyTerry(pairwiseTable(rows));
      if (fit.outcome === 'refused') continue;
      minoriseMaximise(rows, fit.estimate.entries).forEach((ability, i) => {
        expect(fit.estimate.scores[i]).toBeCloseTo(ability, 8);
      });
    }
  });

  it('are found where an entry lost once in ten thousand, and along a chain of upsets', () => {
    const rows = Array.from({ length: 8 }, (_, i) => [
      won(`e${i}`, `e${i + 1}`, 10_000),
      won(`e${i + 1}`, `e${i}`, 1),
    ]).flat();
    const fit = fitted(fitBradleyTerry(pairwiseTable(rows)));
    expect(fit.convergence.converged).toBe(true);
    expect(fit.estimate.scores[0]! - fit.estimate.scores[1]!).toBeCloseTo(Math.log(10_000), 8);
    expect(fit.estimate.scores[0]! - fit.estimate.scores[8]!).toBeCloseTo(8 * Math.log(10_000), 7);
  });

  it('are found where wins are all but separated, by counts up to a million and gaps of many log odds', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const uniform = seededRandom(seed);
      const normal = standardNormal(uniform);
      const abilities = Array.from({ length: 3 + (seed % 9) }, () => 6 * normal());
      const rows = abilities.flatMap((ability, i) =>
        abilities.flatMap((other, j) => {
          if (i >= j || (j > i + 1 && uniform() > 0.2)) return [];
          const times = 10 ** (1 + Math.floor(6 * uniform()));
          const wins = Math.round(times / (1 + Math.exp(other - ability)));
          return [won(`e${i}`, `e${j}`, Math.max(1, wins)), won(`e${j}`, `e${i}`, Math.max(1, times - wins))];
        }),
      );
      const fit = fitted(fitBradleyTerry(pairwiseTable(rows)));
      expect(fit.convergence.converged).toBe(true);
      expect(distance(rows, fit).abilities).toBeLessThan(1e-8);
    }
  });

  it('do not depend on the order of rows, nor on the names of entries', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const rows = drawnComparisons(seed);
      const { estimate } = fitted(fitBradleyTerry(pairwiseTable(rows), { prior: 2 }));
      const reversed = fitted(fitBradleyTerry(pairwiseTable([...rows].reverse()), { prior: 2 }));
      expect(reversed.estimate.scores).toEqual(estimate.scores);
      const flip = (id: string) => `x${100 - Number(id.slice(1))}`;
      const renamed = pairwiseTable(rows.map(({ winner, loser, count }) => won(flip(winner), flip(loser), count)));
      const other = fitted(fitBradleyTerry(renamed, { prior: 2 })).estimate;
      estimate.entries.forEach((entry, i) => {
        expect(other.scores[other.entries.indexOf(flip(entry))]).toBeCloseTo(estimate.scores[i]!, 10);
      });
    }
  });
});

describe('separated comparisons', () => {
  const rows = [won('b', 'a'), won('a', 'b'), won('a', 'c'), won('c', 'd'), won('d', 'c', 2), won('b', 'e', 0)];

  it('are refused, and the groups named', () => {
    expect(fitBradleyTerry(pairwiseTable(rows))).toEqual({
      outcome: 'refused',
      reason: 'separation',
      components: [['a', 'b'], ['c', 'd'], ['e']],
    });
  });

  it('are fitted under a prior, which is told', () => {
    const fit = fitted(fitBradleyTerry(pairwiseTable(rows), { prior: 1 }));
    expect(fit.separation).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect([...fit.estimate.scores].reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 10);
    expect(fit.estimate.scores[0]).toBeGreaterThan(fit.estimate.scores[2]!);
  });

  it('need a prior above 0', () => {
    for (const prior of [0, -1, Number.NaN]) {
      expect(() => fitBradleyTerry(pairwiseTable(rows), { prior })).toThrow(RangeError);
    }
  });

  it('are none where nobody was compared at all', () => {
    expect(fitted(fitBradleyTerry(pairwiseTable([]))).estimate.scores).toHaveLength(0);
  });
});

describe('draws of abilities’ errors', () => {
  it.each([undefined, 1])('have the variances that the errors state (prior %s)', (prior) => {
    const rows = drawnComparisons(4);
    const { estimate } = fitted(fitBradleyTerry(pairwiseTable(rows), { prior }));
    const normal = standardNormal(seededRandom(8));
    const size = estimate.entries.length;
    const [squares, differences] = [new Float64Array(size), new Float64Array(size)];
    const draws = 5000;
    for (let draw = 0; draw < draws; draw += 1) {
      const errors = new Float64Array(size);
      estimate.drawErrors!(normal, errors);
      errors.forEach((error, i) => {
        squares[i]! += error ** 2 / draws;
        differences[i]! += (error - errors[0]!) ** 2 / draws;
      });
    }
    for (let i = 0; i < size; i += 1) {
      expect(Math.sqrt(squares[i]!) / estimate.standardErrors[i]!).toBeCloseTo(1, 1);
      if (i > 0) expect(Math.sqrt(differences[i]!) / estimate.differenceError(i, 0)).toBeCloseTo(1, 1);
    }
  });

  it('and errors are withheld beyond the limit of dense matrices', () => {
    const { estimate } = fitted(fitBradleyTerry(pairwiseTable(drawnComparisons(4)), { denseLimit: 2 }));
    expect(estimate.standardErrors.every(Number.isNaN)).toBe(true);
    expect(estimate.differenceError(0, 1)).toBeNaN();
    expect(estimate.drawErrors).toBeNull();
  });
});
