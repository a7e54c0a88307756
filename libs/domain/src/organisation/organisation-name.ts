/** What a name of an organisation is to it; `canonical` there is at most once in each language. */
export const organisationNameKinds = ['canonical', 'name', 'abbreviation', 'misspelling', 'former-name'] as const;
export type OrganisationNameKind = (typeof organisationNameKinds)[number];

export const organisationLanguages = ['zh', 'en', 'other'] as const;
export type OrganisationLanguage = (typeof organisationLanguages)[number];

// Letters that no decomposition takes apart.
const latinLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
};

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;

/**
 * One key for every way to type the same name: NFKC (so that width is one), lower case, Latin letters without their
 * marks, no apostrophes, `&` as “and”, dotted letters joined (U.S. → us), other punctuation as one space, and no space
 * beside Chinese or Japanese characters. Legal forms stay: Acme Ltd and Acme Inc are two.
 *
 * @returns empty where nothing was typed but spaces and signs
 */
export function organisationKey(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[øđðłæœþı]/g, (letter) => latinLetters[letter] ?? letter)
    .replace(/[\p{Cf}\p{Cc}'’‘ʼ\u0060]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/&/g, ' and ')
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (dotted) => `${dotted.replaceAll('.', '')} `)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replace(new RegExp(`(?<=[${unspaced}]) | (?=[${unspaced}])`, 'gu'), '')
    .trim();
}

const chineseForms =
  /(?:集团)?(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|公司|集团|有限合伙|普通合伙|合伙企业)$/u;
const westernForms = new Set(
  (
    'co company ltd limited inc incorporated llc llp lp corp corporation plc gmbh ag kg sa sas sarl srl spa bv nv oy ab ' +
    'as aps kk pte pty sdn bhd group holding holdings ooo zao'
  ).split(' '),
);

/**
 * A key without its legal form and without a leading “the”. Two names of one stem may well be one organisation, and may
 * as well be two: a hint for a person, never a ground to take them for one.
 */
export function organisationStem(key: string): string {
  const words = key.split(' ');
  while (words.length > 1 && westernForms.has(words.at(-1) ?? '')) words.pop();
  if (words.length > 1 && words[0] === 'the') words.shift();
  const text = words.join(' ');
  const bare = text.replace(chineseForms, '');
  return bare === '' ? text : bare;
}

const unspacedRun = new RegExp(`[${unspaced}\\p{Script=Hangul}]+|[^ ${unspaced}\\p{Script=Hangul}]+`, 'gu');
const isUnspaced = new RegExp(`^[${unspaced}\\p{Script=Hangul}]`, 'u');

function slices(characters: readonly string[], size: number): string[] {
  if (characters.length <= size) return [characters.join('')];
  return Array.from({ length: characters.length - size + 1 }, (_, at) => characters.slice(at, at + size).join(''));
}

/**
 * What two names are compared by: pairs of characters in scripts without spaces, triples in the padded words of others.
 * Made here and not by pg_trgm, which under the locale C sees no letters but a to z.
 *
 * @param stem of `organisationStem`
 * @returns each once
 */
export function organisationGrams(stem: string): string[] {
  const runs = stem.match(unspacedRun) ?? [];
  return [
    ...new Set(runs.flatMap((run) => (isUnspaced.test(run) ? slices([...run], 2) : slices([...`  ${run} `], 3)))),
  ];
}

/** Sørensen–Dice coefficient from the number of grams that two names share, and that each has; 0 to 1. */
export function gramSimilarity(shared: number, left: number, right: number): number {
  return left + right === 0 ? 0 : (2 * shared) / (left + right);
}
