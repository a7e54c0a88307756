/** Who a team is, as its entry says it. */
export interface TeamIdentity {
  /** Names of people, in any form they are written. */
  readonly people: readonly string[];
  /** Employers, schools, nominating bodies, with their other names. */
  readonly organisations: readonly string[];
}

/** Something by which a reader would know the team, and how it is looked for. */
export interface IdentifyingTerm {
  /** As the entry writes it. */
  readonly text: string;
  /** Forms to look for without any space or sign; long enough, or Chinese, so that they stand in no other word. */
  readonly anywhere: readonly string[];
  /** Forms to look for as whole words. */
  readonly asWords: readonly string[];
}

const han = /\p{Script=Han}/u;
/** Letters from which on a Latin form is looked for across spaces and within words. */
const longEnough = 8;

const words = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/**
 * What would tell a reader who the team is. One Chinese character, or Latin words of less than three letters, say
 * nothing and are left out.
 *
 * @example identifyingTerms({ people: ['王小明'], organisations: ['Tsinghua University'] }).length // 2
 */
export function identifyingTerms({ people, organisations }: TeamIdentity): IdentifyingTerm[] {
  const terms = [
    ...people.map((text) => termOf(text, true)),
    ...organisations.map((text) => termOf(text, false)),
  ].filter(({ anywhere, asWords }) => anywhere.length + asWords.length > 0);
  return terms.filter(({ text }, index) => terms.findIndex((other) => other.text === text) === index);
}

function termOf(text: string, isPerson: boolean): IdentifyingTerm {
  const parts = words(text);
  const joined = parts.join('');
  const length = [...joined].length;
  if (han.test(joined)) return { text, anywhere: length >= 2 ? [joined] : [], asWords: [] };
  if (length < 3) return { text, anywhere: [], asWords: [] };
  // A given name comes first in one language and last in the other.
  const turned = isPerson && parts.length > 1 ? [[...parts].reverse()] : [];
  const forms = [parts, ...turned];
  return {
    text,
    anywhere: length >= longEnough ? forms.map((form) => form.join('')) : [],
    asWords: forms.flatMap((form) => [form.join(' '), form.join('')]),
  };
}

/** The terms that occur in a text, whatever its case, width, spaces and signs; each as the entry writes it. */
export function termsWithin(text: string, terms: readonly IdentifyingTerm[]): string[] {
  const found = words(text);
  const [spaced, joined] = [` ${found.join(' ')} `, found.join('')];
  return terms
    .filter(
      ({ anywhere, asWords }) =>
        anywhere.some((form) => joined.includes(form)) || asWords.some((form) => spaced.includes(` ${form} `)),
    )
    .map((term) => term.text);
}
