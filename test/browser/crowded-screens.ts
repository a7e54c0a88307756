import { answering, at, changing, id, later, long, type Schemas } from './answers.js';
import { crowdEntry } from './crowded-entry.js';
import type { DemoFacts, Screen } from './screen.js';

const office = '/organiser/editions/goe-open';
const own = ({ entry }: DemoFacts) => `/entries/${entry}`;
const edition = {
  ...{ slug: 'goe-open', isDemo: true },
  name: {
    zh: '全球卓越工程师大赛（开放演示届次·虚构）',
    en: 'Global Outstanding Engineers Competition (open demo edition, fictitious)',
  },
};
const track = { name: { zh: '新能源与智能网联新能源汽车赛道', en: 'New energy and intelligent connected vehicles' } };
const stage = { zh: '第二轮网络评审与线上路演（复赛）', en: 'Second online round with pitches (semi-final)' };
const both = (text: string) => ({ zh: text, en: text });
const entry = (index: number) => ({ publicId: id(index), number: 10_400 + index, title: long.title });

const states = ['unchecked', 'corrected', 'second-reading', 'needs-correction', 'overdue', 'passed', 'failed'] as const;
const queue = {
  counts: states.map((state, index) => ({ state, count: 17_631 - index * 2_000 })),
  entries: Array.from({ length: 50 }, (_, index) => ({
    ...{
      ...entry(index),
      language: index % 2 === 0 ? 'zh' : 'en',
      translation: 'unconfirmed',
      track,
      version: 14,
      state: 'needs-correction',
    },
    ...{ isAdmitted: false, correctUntil: later, decisions: ['pass', 'ask-correction', 'fail'] },
  })),
  nextAfter: 10_449,
};
const checks = Array.from({ length: 5 }, (_, index) => ({
  ...{ number: 5 - index, outcome: 'needs-correction', version: 14 - index, checklist: [], checkedBy: long.person, at },
  reasons: [{ key: 'one', label: { zh: '缺少加盖公章的推荐单位意见', en: 'The sealed statement is missing' } }],
  note: both(long.sentence),
  correctUntil: later,
}));
const answers = {
  ...{ title: long.title, track: both(track.name.zh), summary: long.sentence.repeat(6), language: 'zh' },
  ...{ nominatingBody: long.organisation, countryCode: 'VC' },
  members: Array.from({ length: 16 }, (_, index) => ({
    ...{ role: index === 0 ? 'lead' : index > 11 ? 'adviser' : 'member', name: long.person },
    organisation: long.organisation,
  })),
};
/** When entries closed, before the extensions were granted. */
const closedAt = '2026-11-20T15:59:59.000Z';
const extensions = Array.from({ length: 12 }, (_, index) => ({
  entry: { ...entry(index), ...(index % 2 === 0 ? { state: 'submitted' } : { state: 'draft', number: null }) },
  ...{ until: index > 3 ? at : later, reason: long.sentence, grantedBy: long.person, at: closedAt, isOver: index > 3 },
}));
const caseStates = ['open', 'refusal-proposed', 'passed', 'refused'] as const;
const cases = Array.from({ length: 14 }, (_, index): Schemas['DueDiligenceCaseDto'] => {
  const state = caseStates[index % caseStates.length] ?? 'open';
  const decidedAt = state === 'passed' || state === 'refused' ? at : null;
  return {
    ...{ id: id(index), entry: entry(index), stage, version: 1, openedAt: at, state, met: ['one'], decidedAt },
    decidedBy: decidedAt && long.person,
    checklist: decidedAt && [{ key: 'one', label: both(long.sentence), isMet: state === 'passed' }],
    refusal:
      state === 'refused' || state === 'refusal-proposed'
        ? { proposedBy: long.person, proposedAt: at, isOwn: index % 2 === 0 }
        : null,
    documents: [{ name: long.file, reference: '渝科协发〔2026〕第 1234 号' }],
    note: long.sentence,
  };
});
const direct = Array.from({ length: 10 }, (_, index): Schemas['DirectEntryDto'] => ({
  ...{ id: id(index), entry: entry(index), stage, reason: long.sentence, evidence: '渝科协发〔2026〕第 1234 号' },
  ...{ by: long.person, at, isUndoable: index % 2 === 0, undone: index % 3 === 2 ? { by: long.person, at } : null },
}));
const imports = Array.from({ length: 24 }, (_, index) => ({
  ...{
    publicId: id(index),
    kind: ['entries', 'problems', 'judges'][index % 3],
    fileName: long.file.replace('.pdf', '.xlsx'),
    appliedAt: at,
  },
  counts: { new: 3_631, changed: 763, unchanged: 432 },
}));
const organisations = Array.from({ length: 50 }, (_, index) => ({
  ...{ id: id(index), name: both(long.organisation), code: '91500000MA5U12345X', countryCode: 'CN' },
  parent: index % 3 === 0 ? { id: id(99), name: both(long.organisation) } : null,
  ...{ names: 10_432, branches: 1_763 },
}));
const evidences = ['shared-name', 'same-without-legal-form', 'similar'] as const;
const unrecognised = Array.from({ length: 30 }, (_, index): Schemas['UnrecognisedNameDto'] => ({
  ...{ text: `${long.organisation}${index}`, variants: [long.organisation, long.title], entries: 1_763, judges: 12 },
  matches: evidences.map((evidence, position) => ({
    ...{ id: id(position), name: both(long.organisation), found: long.organisation, similarity: 0.82, evidence },
    ...{ code: '91500000MA5U12345X', countryCode: 'CN' },
    branchOf: position === 0 ? both(long.organisation) : null,
  })),
}));
const nodes = Array.from({ length: 24 }, (_, index) => ({
  ...{ trackKey: `track-${index}`, parentKey: index === 0 ? null : 'track-0', name: track.name },
  published: index % 2 === 0 ? { number: 12, at } : null,
  entries: index % 2 === 0 ? 17_631 : 0,
  draftChangedAt: index % 3 === 0 ? at : null,
}));
const mine = Array.from({ length: 12 }, (_, index) => ({
  ...{ publicId: id(index), edition, title: long.title, track, isOpen: true },
  ...{ number: index % 3 === 0 ? null : 10_432 + index, state: ['draft', 'submitted', 'withdrawn'][index % 3] },
  submittedAt: index % 3 === 0 ? null : at,
}));

/** Pages with as much as they may ever have to show, in the longest words. */
export const crowdedScreens: readonly Screen[] = [
  { name: 'entry-crowded', isVariant: true, as: 'team', path: own, prepare: crowdEntry },
  {
    ...{ name: 'my-entries-crowded', isVariant: true, as: 'team', path: () => '/entries' },
    prepare: answering({ '/my/entries': { entries: mine } }, '.entry-card'),
  },
  {
    ...{ name: 'invitation-crowded', as: 'team', path: () => '/invitation#token=invented' },
    prepare: answering(
      {
        '/invitations/previews': {
          ...{ lead: long.person, member: '欧阳娜娜', title: long.title, edition: edition.name, role: 'adviser' },
          expiresAt: later,
        },
      },
      '.invitation-facts',
    ),
  },
  {
    ...{ name: 'forms-crowded', isVariant: true, as: 'organiser', path: () => `${office}/forms` },
    prepare: answering({ '/editions/*/forms': { nodes } }, 'tbody tr'),
  },
  {
    ...{ name: 'eligibility-queue-crowded', isVariant: true, as: 'organiser' },
    path: () => `${office}/eligibility?state=needs-correction`,
    prepare: answering({ '/editions/*/eligibility?**': queue }, 'tbody tr'),
  },
  {
    ...{ name: 'eligibility-entry-crowded', isVariant: true, as: 'organiser' },
    path: ({ entry: one }) => `${office}/eligibility/${one}?state=passed`,
    prepare: changing('/editions/*/eligibility/entries/*', { answers, checks, number: 10_432 }, '.check-layout ol'),
  },
  {
    ...{ name: 'deadline-crowded', as: 'organiser', path: () => `${office}/deadline` },
    prepare: changing(
      '/editions/*/deadline',
      { extensions, lateHours: 720, closesAt: closedAt, hasEnded: true },
      '.deadline-line',
    ),
  },
  {
    ...{ name: 'due-diligence-crowded', isVariant: true, as: 'organiser', path: () => `${office}/due-diligence` },
    prepare: changing(
      '/editions/*/due-diligence',
      { cases, stages: [{ id: id(1), name: stage, track: track.name, without: 1_763 }] },
      'tbody tr',
    ),
  },
  {
    ...{ name: 'due-diligence-case-crowded', as: 'organiser', path: () => `${office}/due-diligence/${id(0)}` },
    prepare: changing('/editions/*/due-diligence', { cases }, '.verdict'),
  },
  {
    ...{ name: 'direct-entries-crowded', isVariant: true, as: 'organiser', path: () => `${office}/direct-entries` },
    prepare: changing('/editions/*/direct-entries', { entries: direct }, 'tbody tr'),
  },
  {
    ...{ name: 'import-crowded', isVariant: true, as: 'organiser', path: () => `${office}/import` },
    prepare: answering({ '/editions/*/imports': { imports } }, 'tbody tr'),
  },
  {
    ...{ name: 'organisations-crowded', isVariant: true, as: 'organiser', path: () => '/organiser/organisations' },
    prepare: answering({ '/organisations?**': { organisations, total: 10_432, nextAfter: id(49) } }, 'tbody tr'),
  },
  {
    ...{ name: 'unrecognised-organisations-crowded', isVariant: true, as: 'organiser' },
    path: () => `${office}/unrecognised-organisations`,
    prepare: answering(
      { '/editions/*/unrecognised-organisations?**': { names: unrecognised, total: 10_432, nextAfter: 30 } },
      '.unrecognised-matches',
    ),
  },
];
