import { landingWays, type LandingDeclaration } from '#landing';
import type { Random } from './random.js';

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
