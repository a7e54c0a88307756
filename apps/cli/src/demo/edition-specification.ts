/** What one demo edition shall hold; the generator makes everything else up from the seed. */
export interface EditionSpecification {
  readonly file: string;
  readonly slug: string;
  readonly isOpen: boolean;
  /** Entries by track key that are submitted and stay. */
  readonly entries: Readonly<Record<string, number>>;
  /** Submitted and withdrawn before the deadline: by the team, and after a failed eligibility check. */
  readonly withdrawn: { readonly byTeam: number; readonly ineligible: number };
  /** Exactly these countries and regions, the first one's entries being the most. */
  readonly countries: readonly string[];
  /** Parts of the entries that declare an intent to land. */
  readonly declaring: number;
  readonly problems: { readonly published: number; readonly solved: number };
  readonly transformations: number;
  readonly technicalProblems: number;
  readonly landing: { readonly confirmed: number; readonly yuan: bigint };
  /** Stage in whose final a tie stands at the third tier's last place. */
  readonly tieIn: string | null;
  /** Stage with the judge who always gives 85 to 88. */
  readonly constantJudgeIn: string | null;
  readonly judges: 'by-load' | number;
}

const none = {
  withdrawn: { byTeam: 0, ineligible: 0 },
  declaring: 0,
  problems: { published: 0, solved: 0 },
  transformations: 0,
  technicalProblems: 0,
  landing: { confirmed: 0, yuan: 0n },
  tieIn: null,
  constantJudgeIn: null,
} as const;

const goeCountries =
  'CN HK SG JP KR MY DE US GB TW FR IT MO TH VN ID IN PK AE SA IL TR RU BY ES NL SE CH CA AU BR'.split(' ');
// Sixteen of them are the GOE's too: 31 and 24 make 39 together.
const xingyuCountries = 'CN HK SG JP KR MY DE US GB FR IT MO TH RU CA AU NZ FI DK NO AT BE PT IE'.split(' ');

/** The published figures of 2024 (domain.md), and two small editions in which one can work. */
export const demoEditions: readonly EditionSpecification[] = [
  {
    ...none,
    file: 'goe-2024.yaml',
    slug: 'goe-2024',
    isOpen: false,
    entries: { 'open-challenge': 463, 'innovation-challenge': 612 },
    withdrawn: { byTeam: 24, ineligible: 14 },
    countries: goeCountries,
    declaring: 0.15,
    problems: { published: 345, solved: 181 },
    transformations: 410,
    tieIn: 'open-challenge-final',
    constantJudgeIn: 'innovation-challenge-online-review',
    judges: 'by-load',
  },
  {
    ...none,
    file: 'xingyu-cup-2024.yaml',
    slug: 'xingyu-cup-2024',
    isOpen: false,
    entries: { leading: 214, pillar: 178, characteristic: 163, 'rising-star': 133 },
    withdrawn: { byTeam: 13, ineligible: 8 },
    countries: xingyuCountries,
    declaring: 0.45,
    technicalProblems: 82,
    landing: { confirmed: 67, yuan: 5_972_000_000n },
    tieIn: 'final',
    judges: 'by-load',
  },
  {
    ...none,
    file: 'goe-2024.yaml',
    slug: 'goe-open',
    isOpen: true,
    entries: { 'open-challenge': 18, 'innovation-challenge': 22 },
    countries: goeCountries.slice(0, 6),
    declaring: 0.3,
    problems: { published: 12, solved: 0 },
    judges: 12,
  },
  {
    ...none,
    file: 'xingyu-cup-2024.yaml',
    slug: 'xingyu-cup-open',
    isOpen: true,
    entries: { leading: 12, pillar: 10, characteristic: 10, 'rising-star': 8 },
    countries: xingyuCountries.slice(0, 6),
    declaring: 0.5,
    judges: 12,
  },
  {
    ...none,
    file: 'small-contest.yaml',
    slug: 'small-2024',
    isOpen: false,
    entries: { all: 12 },
    countries: ['CN', 'SG'],
    judges: 5,
  },
];
