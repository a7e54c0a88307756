import { landingWays, type LandingDeclaration } from '#landing';
import type { Random } from './random.js';

export interface PlannedConfirmation {
  /** Whole yuan. */
  readonly investmentYuan: string;
  readonly isRevoked: boolean;
}

export interface PlannedLanding {
  readonly declaration: LandingDeclaration;
  readonly confirmation: PlannedConfirmation | null;
}

const districts =
  '两江新区 西部科学城重庆高新区 渝北区 江北区 沙坪坝区 九龙坡区 南岸区 巴南区 北碚区 璧山区 江津区 永川区 涪陵区 万州区 长寿区 铜梁区'.split(
    ' ',
  );
const needs = ['floor-space', 'funds', 'talent', 'policy', 'application-scenario', 'supply-chain'];

/**
 * What a team declares of landing, or null. The better an entry, the sooner it declares; some declare much and some
 * hardly anything, so that the rule suggests part of them only.
 *
 * @param standing quality in standard deviations
 */
export function planLanding(random: Random, standing: number, share: number): LandingDeclaration | null {
  if (!random.chance(share) && standing < 1.1) return null;
  if (share === 0) return null;
  const isConcrete = random.chance(0.65);
  return {
    way: isConcrete || random.chance(0.3) ? random.pick(landingWays) : null,
    districts: isConcrete ? random.shuffle(districts).slice(0, 1 + random.below(3)) : [],
    investmentYuan: isConcrete && random.chance(0.8) ? `${(1 + random.below(120)) * 1_000_000}` : null,
    timetableMonths: random.chance(0.5) ? 6 + random.below(30) : null,
    needs: random.shuffle(needs).slice(0, random.below(4)),
    localPartner: random.chance(0.25),
  };
}

const revoked = 3;
/** One in so many is confirmed with another sum than it declared: talks went on. */
const otherSumOf = 17;

/**
 * Which of the declarations a person confirms: concrete ones, that say a way, a district and a sum. What they declare is
 * what is confirmed of them, but for a few; the sums confirmed add up to the one given.
 *
 * @param declarations of the entries that count; null where nothing is declared
 * @returns for each, in the order given
 */
export function planConfirmations(
  random: Random,
  declarations: readonly (LandingDeclaration | null)[],
  { confirmed, yuan }: { readonly confirmed: number; readonly yuan: bigint },
): (PlannedLanding | null)[] {
  const landings = declarations.map((declaration) => declaration && { declaration, confirmation: null });
  if (confirmed === 0) return landings;
  const concrete = declarations.flatMap((declaration, index) => (isConcrete(declaration) ? [index] : []));
  if (concrete.length < confirmed + revoked) throw new RangeError(`only ${concrete.length} declarations are concrete`);
  const chosen = random.shuffle(concrete).slice(0, confirmed + revoked);
  const sums = splitSum(random, yuan, confirmed);
  const result: (PlannedLanding | null)[] = [...landings];
  for (const [index, place] of chosen.entries()) {
    const declaration = declarations[place] as LandingDeclaration;
    const sum = sums[index];
    const investmentYuan = sum === undefined ? (declaration.investmentYuan ?? '0') : String(sum);
    const declared = index % otherSumOf === 1 ? String((BigInt(investmentYuan) * 6n) / 5n) : investmentYuan;
    result[place] = {
      declaration: { ...declaration, investmentYuan: declared },
      confirmation: { investmentYuan, isRevoked: sum === undefined },
    };
  }
  return result;
}

function isConcrete(declaration: LandingDeclaration | null): boolean {
  return Boolean(declaration?.way && declaration.districts?.length && declaration.investmentYuan);
}

/** Parts in whole millions whose sum is exactly the given one; some large, most small. */
export function splitSum(random: Random, yuan: bigint, parts: number): bigint[] {
  const million = 1_000_000n;
  const least = 5;
  const units = Number(yuan / million) - least * parts;
  const weights = Array.from({ length: parts }, () => Math.exp(1.1 * random.normal()));
  const weight = weights.reduce((sum, value) => sum + value, 0);
  const sums = weights.map((value) => BigInt(least + Math.floor((units * value) / weight)) * million);
  const rest = yuan - sums.reduce((sum, value) => sum + value, 0n);
  return sums.map((sum, index) => (index === 0 ? sum + rest : sum));
}
