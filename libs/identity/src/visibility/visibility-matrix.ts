import type { IdentityField } from './identity-field.js';

/**
 * Who looks, as far as it matters to blindness. A person has every relation that fits: to the entry, and by role.
 * Each of the thirteen roles is one of these; judges and the office have a second one for whom a conflict keeps out.
 */
export const viewers = {
  public: 'anyone, without an account',
  person: 'signed in, without a role in the edition',
  'team-lead': 'leads the team',
  'team-member': 'member of the team',
  'other-team': 'lead or member of another team',
  judge: 'judge who has the entry to judge',
  'panel-chair': 'chair who has the entry to judge',
  'other-judge': 'judge who has not: of another stage, idle, or kept out by a conflict',
  organiser: 'organiser',
  'executive-organiser': 'executive organiser',
  'panel-secretary': 'panel secretary',
  'conflicted-office': 'of the office, with a tie to the entry',
  'discipline-supervisor': 'discipline supervisor',
  'problem-owner': 'problem owner',
  'district-officer': 'district officer',
  'system-administrator': 'system administrator',
  'security-administrator': 'security administrator',
  'audit-administrator': 'audit administrator',
} as const;

export type Viewer = keyof typeof viewers;

/**
 * `open`: in stages that are not blind, blind ones never. `released`: once a list that names it is published; what the
 * public may see then, everybody may. Everybody may always see what is their own.
 */
export type Sight = 'always' | 'open' | 'released' | 'never';

export interface VisibilityRow {
  /** Whoever is not named sees nothing of it. */
  readonly sight: Readonly<Partial<Record<Viewer, Sight>>>;
  readonly why: string;
}

const office = { organiser: 'always', 'executive-organiser': 'always' } as const;
const hall = { ...office, 'panel-secretary': 'always' } as const;
const ownTeam = { 'team-lead': 'always', 'team-member': 'always' } as const;
const judges = { judge: 'open', 'panel-chair': 'open' } as const;

/** The written visibility matrix: field × viewer × stage × release. docs/visibility.md is rendered from it. */
export const visibilityMatrix = {
  'entry-number': {
    sight: { ...hall, ...ownTeam, public: 'released', 'discipline-supervisor': 'released' },
    why: 'Numbers follow the order of submission; a judge knows an entry by a place of the own list.',
  },
  'team-lead': {
    sight: { ...hall, ...ownTeam, ...judges, public: 'released' },
    why: 'Published with the list on a basis agreed at registration; before, only who runs the contest needs it.',
  },
  'team-people': {
    sight: { ...hall, ...ownTeam, ...judges },
    why: 'Members are published by their own consent alone, and no list carries them yet.',
  },
  'team-organisation': {
    sight: { ...hall, ...ownTeam, ...judges, public: 'released' },
    why: 'An employer tells who a team is as well as a name does.',
  },
  'team-country': {
    sight: { ...hall, ...ownTeam, public: 'released' },
    why: 'Of 39 countries many have one team.',
  },
  'team-contact': {
    sight: { ...hall, ...ownTeam },
    why: 'For those who have to reach a team; a member is shown the own contacts alone.',
  },
  'team-account': {
    sight: { ...hall, ...ownTeam },
    why: 'Accounts are of people, not of entries; the office reads the addresses its letters go to.',
  },
  'team-answers': {
    sight: { ...hall, ...ownTeam, ...judges },
    why: 'The form says of each answer who reads it; in a blind stage none that names the team, whatever it says.',
  },
  'office-answers': {
    sight: { ...hall, ...ownTeam },
    why: 'The form names judges among the readers of an answer, or they do not read it, whatever the stage.',
  },
  'team-files': {
    sight: { ...hall, ...ownTeam, ...judges },
    why: 'Blind judges read anonymised pages under names made of the place in their own list.',
  },
  'team-draft': { sight: ownTeam, why: 'What is not submitted is nobody else’s.' },
  avoidance: {
    sight: { organiser: 'always', 'team-lead': 'always' },
    why: 'Seen by who assigns judges alone: who is to be kept away must not learn of it.',
  },
  register: {
    sight: { ...hall, person: 'always', ...ownTeam, 'other-team': 'always' },
    why: 'A register of names is no secret, who uses them is; who judges is told none, as it holds the teams’ employers.',
  },
  'register-key': { sight: office, why: 'Of the office’s own systems.' },
  'note-to-team': { sight: { ...hall, ...ownTeam }, why: 'Written to the team.' },
  'office-note': { sight: office, why: 'The office’s own papers.' },
  'judge-name': {
    sight: hall,
    why: 'Teams and other judges never learn who judges: judges are 评委 1…n, in another order for each entry.',
  },
  'judge-account': { sight: hall, why: 'Contact data of judges is unseen by teams and by other judges.' },
  'judge-facts': { sight: hall, why: 'For whoever chooses and assigns judges.' },
  'judge-answer': { sight: office, why: 'Between the judge and who runs the contest.' },
  'judge-of-entry': { sight: hall, why: 'Who judges what is how a judge would be leaned on.' },
  'judge-interest': {
    sight: { organiser: 'always' },
    why: 'Told so that nobody judges what is close to them; read by who assigns judges alone.',
  },
  'judge-conflict': { sight: office, why: 'A conflict tells of people; for whoever assigns and decides.' },
  'calibration-reference': {
    sight: office,
    why: 'A judge is told once the own scores of that entry are in: known before, they would be copied.',
  },
  'score-of-judge': {
    sight: { organiser: 'released', 'executive-organiser': 'released' },
    why: 'The judge alone before the close; afterwards the office, by 评委 1…n.',
  },
  'office-name': {
    sight: hall,
    why: 'Teams and judges deal with the office, not with a person of it.',
  },
  'problem-owner': {
    sight: office,
    why: 'The public words for it are all that others read; who signs for it is the office’s to know.',
  },
} as const satisfies Readonly<Record<IdentityField, VisibilityRow>>;

/** When somebody looks. */
export interface Moment {
  /** Whether the stage in which the viewer meets the entry is not blind. */
  readonly isOpenStage: boolean;
  readonly isReleased: boolean;
}

const passes = (sight: Sight | undefined, { isOpenStage, isReleased }: Moment) =>
  sight === 'always' || (sight === 'open' && isOpenStage) || (sight === 'released' && isReleased);

/** Whether the matrix lets a viewer see a field of somebody else: by what the viewer is, or as anyone may. */
export function maySee(field: IdentityField, viewer: Viewer, moment: Moment): boolean {
  const { sight }: VisibilityRow = visibilityMatrix[field];
  return passes(sight[viewer], moment) || passes(sight.public, moment);
}
