import type { RivalHouse, SignedOrganisation } from '#domain/conflict/conflict-evidence';

/** A proposal of an organisation to a problem. */
export interface SignedProposal {
  readonly problem: string;
  /** Number and id of the entry. */
  readonly number: number;
  readonly entry: string;
  /** What stays the same of the organisation. */
  readonly house: string;
  readonly organisation: SignedOrganisation;
}

interface House {
  readonly key: string;
  readonly name: string;
  /** Of all its proposals: the names that were typed may differ. */
  readonly signs: Set<string>;
  /** The lowest number first, each once. */
  readonly numbers: number[];
  readonly entries: string[];
}

/**
 * Who else proposes to the same problem, each house once, so that what is told of a stage grows with the houses and not
 * with the square of their proposals.
 *
 * @param proposals the lowest number of an entry first
 * @param isHeld whether a judge works, or lately worked, under that sign: of other houses nothing is to be told
 */
export class RivalHouses {
  private readonly byProblem = new Map<string, Map<string, House>>();

  constructor(proposals: readonly SignedProposal[], isHeld: (sign: string) => boolean) {
    const held = new Set(
      proposals
        .filter(({ organisation }) => organisation.signs.some(isHeld))
        .map((one) => `${one.problem} ${one.house}`),
    );
    for (const { problem, number, entry, house, organisation } of proposals) {
      if (!held.has(`${problem} ${house}`)) continue;
      const houses = this.byProblem.get(problem) ?? new Map<string, House>();
      this.byProblem.set(problem, houses);
      const known = houses.get(house);
      if (known === undefined) {
        const signs = new Set(organisation.signs);
        houses.set(house, { ...organisation, signs, key: house, numbers: [number], entries: [entry] });
        continue;
      }
      for (const sign of organisation.signs) known.signs.add(sign);
      if (known.numbers.at(-1) !== number) {
        known.numbers.push(number);
        known.entries.push(entry);
      }
    }
  }

  /** Those of an entry by its problem and number. */
  of(problem: string | null, number: number): RivalHouse[] {
    return [...(this.byProblem.get(problem ?? '')?.values() ?? [])].flatMap(
      ({ key, name, signs, numbers, entries }) => {
        const first = numbers[0] === number ? numbers[1] : numbers[0];
        if (first === undefined) return [];
        const others = numbers.length - (numbers.includes(number) ? 2 : 1);
        const told = `${name} · #${first}${others === 0 ? '' : ` +${others}`}`;
        return [{ name: told, signs: [...signs], proposals: { house: key, entries } }];
      },
    );
  }
}
