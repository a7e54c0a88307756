import type { LandingDeclaration } from '#landing';
import { otherLanguage } from '#domain';
import type { EntryAnswers, NewTranslation } from '#submission';
import type { ContestTemplate } from '#contest';
import type { EditionSpecification } from './edition-specification.js';
import { inventedBody, inventedTeam, inventedTitles } from './invented-names.js';
import { planAnswers } from './plan-answers.js';
import { planConfirmations, planLanding, type PlannedConfirmation } from './plan-landing.js';
import { Random } from './random.js';

export type EntryFate = 'counted' | 'withdrawn-by-team' | 'ineligible';

export interface PlannedEntry {
  readonly answers: EntryAnswers;
  /** Points of a hundred above or below the mean of its panel, as an ideal judge would see it. */
  readonly quality: number;
  readonly fate: EntryFate;
  /** Whether the eligibility check asked for a correction before it passed. */
  readonly isCorrected: boolean;
  /** Null where nobody has put it into its other language. */
  readonly translation: Omit<NewTranslation, 'entryId'> | null;
  readonly landing: LandingDeclaration | null;
  /** What a person confirms of it. */
  readonly confirmation: PlannedConfirmation | null;
}

const homeShare = 0.72;
const homes = new Set(['CN', 'HK', 'MO', 'TW']);
const qualityDeviation = 6;

/** The entries of an edition, in the order in which they are submitted. */
export function planEntries(
  seed: string,
  specification: EditionSpecification,
  template: ContestTemplate,
): PlannedEntry[] {
  const random = new Random(`${seed}/${specification.slug}/entries`);
  const places = fates(specification, random);
  const countries = countryOfEach(specification, places, random);
  const titles = inventedTitles(random, places.length);
  const problems = specification.problems.published;
  const order = problems > 0 ? random.shuffle(Array.from({ length: problems }, (_, index) => index + 1)) : [];
  const requiring = new Set(template.tracks.tracks.filter((track) => track.requiresProblem).map(({ key }) => key));
  const translating = new Random(`${seed}/${specification.slug}/translations`);
  let problemsTaken = 0;
  const answering = new Random(`${seed}/${specification.slug}/answers`);
  const entries = places.map(({ trackKey, fate }, index): PlannedEntry => {
    const countryCode = countries[index] ?? 'CN';
    const language = homes.has(countryCode) ? 'zh' : 'en';
    // Every problem is answered once before one is answered twice.
    const problem = requiring.has(trackKey) ? order[problemsTaken++ % order.length] : undefined;
    const quality = qualityDeviation * random.normal();
    const isCorrected = fate === 'ineligible' || random.chance(0.04);
    const landing = planLanding(random, quality / qualityDeviation, specification.declaring);
    const answers: EntryAnswers = {
      trackKey,
      fieldGroupKey: template.fieldGroups.length > 0 ? random.pick(template.fieldGroups).key : null,
      divisionKey: template.divisions.length > 0 ? random.pick(template.divisions).key : null,
      enterpriseProblemNumber: problem ?? null,
      countryCode,
      title: titles[index]?.[language] ?? '',
      summary: summary(language),
      language,
      nominatingBody: nominatingBody(random, countryCode),
      members: inventedTeam(random, language),
    };
    return {
      ...{ fate, quality, isCorrected, landing, confirmation: null },
      translation: translation(titles[index], language, translating),
      answers: { ...answers, formAnswers: planAnswers(answering, template, answers) },
    };
  });
  return withConfirmations(new Random(`${seed}/${specification.slug}/confirmations`), specification, entries);
}

function withConfirmations(
  random: Random,
  specification: EditionSpecification,
  entries: readonly PlannedEntry[],
): PlannedEntry[] {
  const declarations = entries.map(({ fate, landing }) => (fate === 'counted' ? landing : null));
  const planned = planConfirmations(random, declarations, specification.landing);
  return entries.map((entry, index) => {
    const { declaration: landing = entry.landing, confirmation = null } = planned[index] ?? {};
    return { ...entry, landing, confirmation };
  });
}

function fates(specification: EditionSpecification, random: Random): { trackKey: string; fate: EntryFate }[] {
  const tracks = Object.entries(specification.entries);
  const stays: EntryFate = 'counted';
  const counted = tracks.flatMap(([trackKey, count]) =>
    Array.from({ length: count }, () => ({ trackKey, fate: stays })),
  );
  const gone = (fate: EntryFate, count: number) =>
    Array.from({ length: count }, () => ({ trackKey: random.pick(tracks)[0], fate }));
  const { byTeam, ineligible } = specification.withdrawn;
  return random.shuffle([...counted, ...gone('withdrawn-by-team', byTeam), ...gone('ineligible', ineligible)]);
}

/** Each country at least once among the entries that stay; the first has the most, the others fewer and fewer. */
function countryOfEach(
  { countries }: EditionSpecification,
  places: readonly { readonly fate: EntryFate }[],
  random: Random,
): string[] {
  const [home = 'CN', ...others] = countries;
  const weights = others.map((_, index) => 1 / (index + 2));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const abroad = (): string => {
    let left = random.next() * total;
    const found = others.find((_, index) => (left -= weights[index] ?? 0) <= 0);
    return found ?? others.at(-1) ?? home;
  };
  const due = random.shuffle(countries);
  return places.map(({ fate }) => {
    const owed = fate === 'counted' ? due.pop() : undefined;
    return owed ?? (random.chance(homeShare) ? home : abroad());
  });
}

/** Teams from elsewhere have none. */
function nominatingBody(random: Random, countryCode: string): string | null {
  const body = random.chance(0.35) ? inventedBody(random) : null;
  return countryCode === 'CN' ? body : null;
}

function summary(language: 'zh' | 'en'): string {
  return language === 'zh'
    ? '演示数据，纯属虚构：团队、机构、技术与数字均不存在，如有雷同，实属巧合。'
    : 'Demo data, wholly fictitious: neither team nor institution, technique nor figure exists.';
}

/** More than half are translated: by their teams, by the office, and some by a machine. */
function translation(
  title: Readonly<Record<'zh' | 'en', string>> | undefined,
  original: 'zh' | 'en',
  random: Random,
): PlannedEntry['translation'] {
  const language = otherLanguage(original);
  const author = random.pick(['team', 'team', 'office', 'machine', null, null, null] as const);
  return author === null ? null : { language, author, title: title?.[language] ?? '', summary: summary(language) };
}
