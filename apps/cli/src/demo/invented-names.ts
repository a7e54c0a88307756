import type { TeamMemberAnswer } from '#submission';
import { fictitious, imaginaryPlaces, impossibleQualities, inventedThings, personSyllables } from './invented-words.js';
import type { Random } from './random.js';

type Language = 'zh' | 'en';

/** Titles that never repeat: a seeded order of all pairs of quality and thing. */
export function inventedTitles(random: Random, count: number): { readonly zh: string; readonly en: string }[] {
  const pairs = impossibleQualities.flatMap((quality) => inventedThings.map((thing) => ({ quality, thing })));
  if (count > pairs.length) throw new RangeError(`only ${pairs.length} titles can be invented`);
  return random
    .shuffle(pairs)
    .slice(0, count)
    .map(({ quality, thing }) => ({
      zh: `${quality.zh}${thing.zh}${fictitious.zh}`,
      en: `${quality.en} ${thing.en}${fictitious.en}`,
    }));
}

/** A person's name that nobody bears: 乌有 means «there is none», Nemo «nobody». The mark is left to the caller. */
export function inventedPerson(random: Random, language: Language): string {
  const [first, second] = [random.pick(personSyllables), random.pick(personSyllables)];
  if (language === 'zh') return `乌有${first.zh}${second.zh}`;
  return `Nemo ${first.en} ${String.fromCharCode(65 + random.below(26))}.`;
}

export function inventedInstitution(random: Random, language: Language): string {
  const place = random.pick(imaginaryPlaces);
  const number = 1 + random.below(90);
  if (language === 'zh') return `${place.zh}大学第${number}研究所${fictitious.zh}`;
  return `${place.en} Institute No. ${number}${fictitious.en}`;
}

export function inventedBody(random: Random): string {
  return `${random.pick(imaginaryPlaces).zh}区科学技术局${fictitious.zh}`;
}

export function inventedTeam(random: Random, language: Language): TeamMemberAnswer[] {
  const organisation = inventedInstitution(random, language);
  const others = random.below(3);
  const roles = ['lead', ...Array.from({ length: others }, () => 'member'), ...(random.chance(0.3) ? ['adviser'] : [])];
  return (roles as TeamMemberAnswer['role'][]).map((role) => ({
    role,
    name: `${inventedPerson(random, language)}${fictitious[language]}`,
    organisation,
  }));
}
