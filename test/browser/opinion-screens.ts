import { answering, at, failing, id, long, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = () => '/organiser/editions/goe-open/technical-opinions';
const both = (text: string) => ({ zh: text, en: text });
const levels = ['meets', 'meets-in-part', 'does-not-meet'] as const;

const opinion = (index: number): Schemas['TechnicalOpinionDto'] => ({
  ...{ id: id(index), entryNumber: index + 1, entryTitle: `${long.title}（虚构）`, problem: both(long.title) },
  ...{ level: levels[index % levels.length] ?? 'meets', opinion: index === 4 ? null : long.sentence },
  ...{
    signedBy: index === 4 ? null : long.person,
    givenOn: '2026-10-20',
    evidence: index === 4 ? null : '渝工〔2026〕12 号',
  },
  ...{ recordedBy: index === 4 ? null : '组委会 Office', recordedAt: at, isReplaced: index === 3 },
});
const opinions = (count: number, entries = 40): Schemas['TechnicalOpinionsDto'] => ({
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  ...{ entries, missing: Math.max(0, entries - count) },
  opinions: Array.from({ length: count }, (_, index) => opinion(index)),
});
const competitors: Schemas['OwnerCompetitorsDto'] = {
  problems: [{ number: 1, title: both(long.title) }],
  competitors: [0, 1, 2].map((index) => ({
    ...{ id: id(index), problemNumber: 1, problem: both(long.title), organisation: both(long.organisation) },
    ...{ source: long.sentence, recordedBy: index === 2 ? null : '组委会 Office', recordedAt: at },
  })),
};
const shown = (one: Schemas['TechnicalOpinionsDto'], then: string) =>
  answering({ '/editions/*/technical-opinions': one, '/editions/*/owner-competitors': competitors }, then);

/** What owners of problems say of entries, as the office records it. */
export const opinionScreens: readonly Screen[] = [
  { name: 'technical-opinions', as: 'organiser', path, prepare: shown(opinions(5), '.data-table td') },
  {
    ...{ name: 'technical-opinions-none', isVariant: true, as: 'organiser', path },
    prepare: shown(opinions(0, 0), 'p.card'),
  },
  { name: 'technical-opinions-error', as: 'organiser', path, prepare: failing('/editions/*/technical-opinions') },
];
