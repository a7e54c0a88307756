import type { Role } from './role.js';

/**
 * Which objects a permission reaches.
 * `signed-in`: no object of an edition is touched, or the service asks for an open window; anyone signed in may.
 * `own`: objects of the person's own (assignments, entries, editions); the service selects by the person's id.
 * `edition`: objects of an edition in which the person holds one of the roles; the guard finds the edition.
 * `register`: what all editions share, for who holds one of the roles in any of them.
 * `installation`: the system itself, without business data.
 */
export type ObjectScope = 'signed-in' | 'own' | 'edition' | 'register' | 'installation';

/** Classes of fields, by what their disclosure would harm. */
export const fieldClasses = {
  public: 'what anyone may read: names of contests and editions, published lists, key figures',
  account: "the reader's own name, language and roles",
  rules: 'windows, rubrics, methods, panels',
  content: 'title, summary and files of an entry',
  team: 'names and organisations of the people behind an entry',
  'own-scores': 'scores the reader gave',
  progress: 'how many sheets stand at which judge, without any score',
  scores: "other people's scores, totals and ranks before their release",
  judges: 'which person judges',
  landing: 'declared, suggested and confirmed landing intents',
  grants: 'who holds which role',
  organisations: 'the register of organisations: names, codes, branches, merges',
  contacts: 'phone numbers and addresses of a team',
  avoidances: 'whom a team asks to be kept away as judges, and why',
  consents: 'what a person agreed to',
  messages: 'what the platform wrote to people, with their names and addresses',
} as const;

export type FieldClass = keyof typeof fieldClasses;

export interface Permission {
  /** Empty only for scope `signed-in`: everyone who has signed in. */
  readonly roles: readonly Role[];
  readonly scope: ObjectScope;
  readonly reads: readonly FieldClass[];
  readonly writes: readonly FieldClass[];
  /** The act needs a second person: the grant has to carry `mayApprove`. */
  readonly approves?: true;
  /**
   * Refused to whoever has a tie to any entry in the stages of the object: what is shown or done can't leave one entry out
   * without telling of it by difference. Everything else leaves out, or refuses, the entries that concern the person.
   */
  readonly withoutTies?: true;
}

const office = ['organiser', 'executive-organiser'] as const;
const hall = [...office, 'panel-secretary'] as const;

/**
 * The written matrix: role × object × field. A route names one of these permissions or is public; a route without
 * either is refused to everybody and fails the tests. docs/permissions.md is rendered from it.
 */
export const permissionMatrix = {
  'account.use': { roles: [], scope: 'signed-in', reads: ['account'], writes: ['account'] },
  'role.grant': { roles: ['security-administrator'], scope: 'installation', reads: ['grants'], writes: ['grants'] },
  'entry.create': { roles: [], scope: 'signed-in', reads: [], writes: ['content', 'team', 'landing'] },
  'entry.own': {
    roles: [],
    scope: 'own',
    reads: ['content', 'team', 'landing'],
    writes: ['content', 'team', 'landing'],
  },
  'team.own': { roles: [], scope: 'own', reads: ['team', 'contacts'], writes: ['team', 'contacts', 'grants'] },
  'invitation.accept': { roles: [], scope: 'signed-in', reads: ['team'], writes: ['team', 'grants'] },
  'consent.own': { roles: [], scope: 'own', reads: ['consents'], writes: ['consents'] },
  // A team's leave to pass its entry on, office by office. The offices' own people have no permission yet.
  'passing.own': { roles: [], scope: 'own', reads: ['consents'], writes: ['consents'] },
  'passing.read': { roles: office, scope: 'edition', reads: ['content', 'consents'], writes: [] },
  'receiving-office.edit': { roles: office, scope: 'edition', reads: ['rules'], writes: ['rules'] },
  // Of the own entry: what a published list says of it, and, once judges' feedback is released, that.
  'outcome.own': { roles: [], scope: 'own', reads: ['public'], writes: [] },
  'feedback.own': { roles: [], scope: 'own', reads: ['content'], writes: [] },
  'avoidance.own': { roles: [], scope: 'own', reads: ['avoidances'], writes: ['avoidances'] },
  // Whoever assigns judges, and nobody else of the office or the hall.
  'avoidance.read': { roles: ['organiser'], scope: 'edition', reads: ['avoidances', 'content'], writes: [] },
  'form.read': { roles: [], scope: 'signed-in', reads: ['public'], writes: [] },
  'form.edit': { roles: office, scope: 'edition', reads: ['rules'], writes: ['rules'] },
  'entry.list': { roles: hall, scope: 'edition', reads: ['content', 'team'], writes: [] },
  'notice.own': { roles: [], scope: 'own', reads: ['messages'], writes: ['account'] },
  'message.read': { roles: hall, scope: 'edition', reads: ['messages', 'team'], writes: [] },
  'message.send': { roles: office, scope: 'edition', reads: [], writes: ['messages'] },
  'eligibility.read': { roles: hall, scope: 'edition', reads: ['content', 'team'], writes: [] },
  'eligibility.decide': { roles: office, scope: 'edition', reads: ['content', 'team'], writes: ['content'] },
  'translation.write': { roles: office, scope: 'edition', reads: ['content'], writes: ['content'] },
  'eligibility.edit': { roles: office, scope: 'edition', reads: ['rules'], writes: ['rules'] },
  // Of other editions no more is shown than the reader may read there by the same right.
  'duplicate.read': { roles: office, scope: 'edition', reads: ['content', 'team', 'contacts'], writes: [] },
  'duplicate.mark': { roles: office, scope: 'edition', reads: ['content'], writes: ['content'] },
  'reminder.edit': { roles: office, scope: 'edition', reads: ['rules'], writes: ['rules'] },
  'due-diligence.edit': { roles: office, scope: 'edition', reads: ['content'], writes: ['content', 'scores'] },
  'due-diligence.approve': {
    roles: office,
    scope: 'edition',
    reads: ['content'],
    writes: ['content', 'scores'],
    approves: true,
  },
  'direct-entry.grant': { roles: office, scope: 'edition', reads: ['content'], writes: ['content'] },
  'organisation.suggest': { roles: [], scope: 'signed-in', reads: ['public'], writes: [] },
  'organisation.read': { roles: hall, scope: 'register', reads: ['organisations'], writes: [] },
  'organisation.edit': { roles: office, scope: 'register', reads: ['organisations'], writes: ['organisations'] },
  'organisation.match': { roles: hall, scope: 'edition', reads: ['organisations', 'team', 'judges'], writes: [] },
  'organisation.assign': {
    roles: office,
    scope: 'edition',
    reads: ['organisations', 'team', 'judges'],
    writes: ['team', 'judges'],
  },
  'judge.list': { roles: office, scope: 'edition', reads: ['judges', 'organisations'], writes: [] },
  'judge.edit': { roles: office, scope: 'edition', reads: ['judges'], writes: ['judges', 'grants'] },
  'judge-contact.propose': { roles: office, scope: 'edition', reads: ['judges'], writes: ['judges'] },
  'judge-contact.approve': {
    ...{ roles: office, scope: 'edition', reads: ['judges'], writes: ['judges', 'messages'], approves: true },
  },
  'judge.invite': { roles: office, scope: 'edition', reads: ['judges'], writes: ['judges', 'messages'] },
  'judge-roster.propose': { roles: office, scope: 'edition', reads: ['judges'], writes: ['judges'] },
  'judge-roster.approve': { roles: office, scope: 'edition', reads: ['judges'], writes: ['judges'], approves: true },
  // Who assigns judges knows whom a team asks to be kept away: the same role alone. Nobody with a tie to an entry of the stage.
  'assignment.plan': {
    roles: ['organiser'],
    scope: 'edition',
    reads: ['judges', 'content', 'progress', 'organisations'],
    writes: ['judges'],
    withoutTies: true,
  },
  // What speaks for a conflict of interest, and whom a team asks to be kept away: whoever assigns judges, and nobody else.
  'conflict-candidate.review': {
    roles: ['organiser'],
    scope: 'edition',
    reads: ['judges', 'content', 'team', 'avoidances', 'organisations'],
    writes: ['judges'],
    withoutTies: true,
  },
  // A draw says whom a conflict of interest keeps out: the same role as for assignment. The second person is its witness.
  'draw.record': {
    roles: ['organiser'],
    scope: 'edition',
    reads: ['judges', 'content', 'organisations'],
    writes: ['judges', 'content'],
    withoutTies: true,
  },
  'draw.confirm': {
    ...{ roles: ['organiser'], scope: 'edition', reads: ['judges', 'content', 'organisations'] },
    ...{ writes: ['judges', 'content'], approves: true, withoutTies: true },
  },
  'data.export': {
    roles: office,
    scope: 'edition',
    reads: ['content', 'team', 'contacts', 'landing', 'judges', 'organisations'],
    writes: [],
  },
  'data.import': {
    roles: office,
    scope: 'edition',
    reads: ['content', 'team', 'contacts', 'landing', 'judges', 'organisations'],
    writes: ['content', 'team', 'contacts', 'landing', 'judges', 'grants', 'organisations'],
  },
  'deadline.extend': { roles: office, scope: 'edition', reads: ['rules', 'content'], writes: ['rules'] },
  'entry.files': { roles: hall, scope: 'edition', reads: ['content'], writes: [] },
  // A viewing copy that failed is rendered anew.
  'entry-copy.retry': { roles: office, scope: 'edition', reads: ['content'], writes: ['content'] },
  'assignment.judge': {
    roles: ['judge', 'panel-chair'],
    scope: 'own',
    reads: ['content', 'rules', 'own-scores'],
    writes: ['own-scores'],
  },
  // In an open stage a judge sees the teams of the own entries, and declares every tie before any of them opens.
  'interest.declare': { roles: ['judge', 'panel-chair'], scope: 'own', reads: ['content', 'team'], writes: ['judges'] },
  'edition.list': { roles: [], scope: 'own', reads: ['public', 'rules'], writes: [] },
  'stage.list': {
    roles: [...hall, 'panel-chair', 'discipline-supervisor'],
    scope: 'edition',
    reads: ['rules', 'progress'],
    writes: [],
  },
  'stage.watch': { roles: hall, scope: 'edition', reads: ['progress', 'judges'], writes: [] },
  // Which judge has which entry, and how far the sheet is; a bookmark of the reader's own is kept.
  'stage.watch-entries': {
    roles: office,
    scope: 'edition',
    reads: ['progress', 'judges', 'content'],
    writes: ['account'],
  },
  // What is printed for a stage's judges: schedule, sign-in sheet, name plates, table of fees.
  'judge-paper.read': {
    roles: hall,
    scope: 'edition',
    reads: ['judges', 'content', 'progress', 'rules'],
    writes: [],
  },
  'judge.remind': { roles: office, scope: 'edition', reads: ['judges', 'progress'], writes: ['messages'] },
  'stage.watch-events': { roles: hall, scope: 'own', reads: ['progress'], writes: [] },
  'ranking.read': { roles: office, scope: 'edition', reads: ['scores', 'content'], writes: [], withoutTies: true },
  'analysis.read': {
    roles: office,
    scope: 'edition',
    reads: ['scores', 'content', 'progress'],
    writes: [],
    withoutTies: true,
  },
  // Which sheets a recusal excludes, and why; never how they were scored.
  'recusal.read': { roles: office, scope: 'edition', reads: ['judges', 'content', 'progress'], writes: [] },
  // Whoever of the office or the hall an entry concerns steps back from it; another organiser takes the case.
  'organiser-recusal.declare': { roles: hall, scope: 'edition', reads: ['content', 'grants'], writes: ['content'] },
  // Another's recusal, as a judge or of the office: ordered by one person, confirmed or declined by a second.
  'recusal.order': {
    roles: office,
    scope: 'edition',
    reads: ['content', 'judges', 'grants'],
    writes: ['content', 'judges'],
  },
  'recusal.confirm': {
    roles: office,
    scope: 'edition',
    reads: ['content', 'judges', 'grants'],
    writes: ['content', 'judges'],
    approves: true,
  },
  // Entries that judges score before those of a stage, with the office's own scores of them; nobody's else,
  // and the judges to whom one is not given.
  'calibration.set': {
    roles: office,
    scope: 'edition',
    reads: ['content', 'rules', 'progress', 'judges'],
    writes: ['rules'],
  },
  // A sheet is revised after its stage's judging only by the act of two persons. Which entries a judge scored is shown,
  // never how.
  'sheet-unlock.request': {
    roles: office,
    scope: 'edition',
    reads: ['judges', 'content', 'progress'],
    writes: ['progress'],
  },
  'sheet-unlock.approve': {
    roles: office,
    scope: 'edition',
    reads: ['judges', 'content', 'progress'],
    writes: ['progress'],
    approves: true,
  },
  // Judges of an entry are asked to look at it again; never how anybody scored it.
  're-review.order': { roles: office, scope: 'edition', reads: ['content', 'progress'], writes: ['progress'] },
  // What a problem's owner says of an entry, which the office records on the owner's behalf; judges don't read it.
  'technical-opinion.record': { roles: office, scope: 'edition', reads: ['content'], writes: ['content'] },
  'window.move': { roles: office, scope: 'edition', reads: ['rules'], writes: ['rules'] },
  'stage.advance': {
    roles: office,
    scope: 'edition',
    reads: ['scores', 'content'],
    writes: ['scores'],
    withoutTies: true,
  },
  'stage.depart': { roles: office, scope: 'edition', reads: [], writes: ['scores'] },
  'tie-decision.request': { roles: office, scope: 'edition', reads: ['scores'], writes: ['scores'], withoutTies: true },
  'tie-decision.approve': {
    roles: office,
    scope: 'edition',
    reads: ['scores'],
    writes: ['scores'],
    approves: true,
    withoutTies: true,
  },
  'award-list.read': { roles: office, scope: 'edition', reads: ['scores', 'content'], writes: [], withoutTies: true },
  'award-list.freeze': { roles: office, scope: 'edition', reads: ['scores'], writes: ['scores'], withoutTies: true },
  'award-list.request-publication': {
    roles: office,
    scope: 'edition',
    reads: ['scores'],
    writes: ['public'],
    withoutTies: true,
  },
  'award-list.publish': {
    roles: office,
    scope: 'edition',
    reads: ['scores'],
    writes: ['public'],
    approves: true,
    withoutTies: true,
  },
  // A district officer has no permission here: the list is not yet cut to the districts of the role.
  'landing.read': { roles: office, scope: 'edition', reads: ['landing', 'content'], writes: [] },
  'landing.confirm': { roles: office, scope: 'edition', reads: ['landing'], writes: ['landing'] },
} as const satisfies Readonly<Record<string, Permission>>;

export type PermissionName = keyof typeof permissionMatrix;

/** The entry of the matrix, with its general type. */
export function permission(name: PermissionName): Permission {
  return permissionMatrix[name];
}
