import type { IdentityField } from '#identity';
import { canary } from './authored-files.js';

/** One word for each field that tells who a team is. */
export const words = {
  lead: '金丝雀单于',
  leadLatin: canary('leadlatin'),
  leadAccount: canary('leadaccount'),
  leadMail: `${canary('leadmail')}@example.test`.toLowerCase(),
  leadContact: `${canary('leadcontact')}@example.test`.toLowerCase(),
  leadPhone: '13912345671',
  member: '金丝雀仇英',
  memberLatin: canary('memberlatin'),
  memberAccount: canary('memberaccount'),
  memberMail: `${canary('membermail')}@example.test`.toLowerCase(),
  memberContact: `${canary('membercontact')}@example.test`.toLowerCase(),
  memberPhone: '13912345672',
  memberOrganisation: canary('memberorganisation'),
  adviser: '金丝雀曾巩',
  adviserMail: `${canary('advisermail')}@example.test`.toLowerCase(),
  adviserOrganisation: '金丝雀师范学院',
  nominatingBody: '金丝雀科学技术局',
  organisationZh: '金丝雀大学',
  organisationEn: canary('organisation'),
  organisationAlias: canary('alias'),
  organisationKey: canary('organisationkey'),
  organisationCode: '91350100M000100Y43',
  company: canary('company'),
  creditCode: '91310000MA1K35E405',
  registration: canary('registration'),
  formMail: `${canary('formmail')}@example.test`.toLowerCase(),
  formPhone: '13912345673',
  traveller: canary('traveller'),
  passport: canary('passport'),
  office: canary('officeonly'),
  otherStage: canary('otherstage'),
  table: canary('patentowner'),
  video: canary('video'),
  fileName: canary('filename'),
  licenceName: canary('licencename'),
  draft: canary('draft'),
  avoidedPerson: canary('avoidedperson'),
  avoidedReason: canary('avoidedreason'),
  avoidedEmployer: canary('avoidedemployer'),
  externalKey: canary('externalkey'),
  importName: canary('importname'),
  importCell: canary('importcell'),
  extension: canary('extension'),
  note: canary('checknote'),
  noteZh: '金丝雀意见',
  directReason: canary('directreason'),
  directEvidence: canary('directevidence'),
  dueNote: canary('duenote'),
  dueDocument: canary('duedocument'),
  dueReference: canary('duereference'),
} as const;

/** How every Chinese name of a person here is sorted; nobody is shown it. */
export const sortKey = 'jin1 si1 que4';

/** What the office says of two entries that are alike. */
export const duplicateNote = canary('duplicatenote');

const address = (place: string) => `${canary(place)}@example.test`.toLowerCase();

/** One word for each field that tells who somebody is who judges, or is of the office. */
export const judgeWords = {
  judgeName: canary('judgename'),
  judgeMail: address('judgemail'),
  judgeNewMail: address('judgenewmail'),
  judgeEmployer: canary('judgeemployer'),
  judgeEarlier: canary('judgeearlier'),
  judgeKeyword: canary('judgekeyword'),
  judgeInterest: canary('judgeinterest'),
  judgeInterestUnit: canary('judgeinterestunit'),
  judgeKey: canary('judgekey'),
  // More decimals than a moment or a mean has by chance.
  judgeScore: '7.3119',
  judgeCalibrated: '6.4127',
  // The office's own scores of a calibration entry, told to the judge who has scored it.
  judgeReference: '5.9083',
  judgeLateReason: canary('latereason'),
  chairName: canary('chairname'),
  chairMail: address('chairmail'),
  chairScore: '6.8297',
  openJudgeName: canary('openname'),
  openJudgeMail: address('openmail'),
  recusedName: canary('recusedname'),
  recusedMail: address('recusedmail'),
  idleName: canary('idlename'),
  idleMail: address('idlemail'),
  idleOldMail: address('idleoldmail'),
  declinedName: canary('declinedname'),
  declinedMail: address('declinedmail'),
  declineReason: canary('declinereason'),
  removalReason: canary('removalreason'),
  unlockReason: canary('unlockreason'),
  orderReason: canary('orderreason'),
  orderEvidence: canary('orderevidence'),
  orderEndReason: canary('orderendreason'),
  reReviewReason: canary('rereviewreason'),
  opinionText: canary('opiniontext'),
  opinionSigner: canary('opinionsigner'),
  opinionEvidence: canary('opinionevidence'),
  competitorSource: canary('competitorsource'),
  officeName: canary('officename'),
  executiveName: canary('executivename'),
} as const;

const fieldOfTeamWord: Readonly<Record<keyof typeof words, IdentityField>> = {
  ...{ lead: 'team-lead', leadLatin: 'team-contact', leadAccount: 'team-account', leadMail: 'team-account' },
  ...{ leadContact: 'team-contact', leadPhone: 'team-contact' },
  ...{ member: 'team-people', memberLatin: 'team-contact', memberAccount: 'team-account', memberMail: 'team-account' },
  ...{ memberContact: 'team-contact', memberPhone: 'team-contact', memberOrganisation: 'team-organisation' },
  ...{ adviser: 'team-people', adviserMail: 'team-contact', adviserOrganisation: 'team-organisation' },
  ...{ nominatingBody: 'team-organisation', organisationZh: 'team-organisation' },
  ...{ organisationEn: 'register', organisationAlias: 'register', organisationKey: 'register-key' },
  ...{ organisationCode: 'register' },
  ...{ company: 'team-answers', creditCode: 'team-answers', registration: 'team-answers', formMail: 'team-answers' },
  ...{ formPhone: 'team-answers', traveller: 'team-answers', passport: 'team-answers', otherStage: 'team-answers' },
  ...{ office: 'office-answers', table: 'office-answers', video: 'office-answers' },
  ...{ fileName: 'team-files', licenceName: 'team-files', draft: 'team-draft' },
  ...{ avoidedPerson: 'avoidance', avoidedReason: 'avoidance', avoidedEmployer: 'avoidance' },
  ...{ externalKey: 'register-key', importName: 'office-note', importCell: 'office-note' },
  ...{ extension: 'note-to-team', note: 'note-to-team', noteZh: 'note-to-team' },
  ...{ directReason: 'office-note', directEvidence: 'office-note', dueNote: 'office-note' },
  ...{ dueDocument: 'office-note', dueReference: 'office-note' },
};

const fieldOfJudgeWord: Readonly<Record<keyof typeof judgeWords, IdentityField>> = {
  ...{ judgeName: 'judge-name', judgeMail: 'judge-account', judgeNewMail: 'judge-account' },
  ...{ judgeEmployer: 'judge-facts', judgeEarlier: 'judge-facts', judgeKeyword: 'judge-facts' },
  ...{ judgeKey: 'judge-facts', judgeScore: 'score-of-judge', judgeLateReason: 'judge-answer' },
  ...{ judgeCalibrated: 'score-of-judge', judgeReference: 'calibration-reference' },
  ...{ judgeInterest: 'judge-interest', judgeInterestUnit: 'judge-interest' },
  ...{ chairName: 'judge-name', chairMail: 'judge-account', chairScore: 'score-of-judge' },
  ...{ openJudgeName: 'judge-name', openJudgeMail: 'judge-account' },
  ...{ recusedName: 'judge-name', recusedMail: 'judge-account' },
  ...{ idleName: 'judge-name', idleMail: 'judge-account', idleOldMail: 'judge-account' },
  ...{ declinedName: 'judge-name', declinedMail: 'judge-account', declineReason: 'judge-answer' },
  ...{ removalReason: 'judge-answer', unlockReason: 'judge-answer', reReviewReason: 'office-note' },
  ...{ orderReason: 'judge-answer', orderEvidence: 'judge-answer', orderEndReason: 'judge-answer' },
  ...{ opinionText: 'office-note', opinionSigner: 'problem-owner', opinionEvidence: 'office-note' },
  competitorSource: 'office-note',
  ...{ officeName: 'office-name', executiveName: 'office-name' },
};

/** A planted word, of what field it is, and by which crawling person it may be read as the own. */
export interface PlantedWord {
  readonly word: string;
  readonly fields: readonly IdentityField[];
  /** Name of a crawling person; null where it is a team's or nobody's own. */
  readonly owner: string | null;
}

/** What the register knows by the same name that a team gives where it works. */
const registered: string = words.organisationZh;

export const plantedWords: readonly PlantedWord[] = [
  ...Object.entries(words).map(([key, word]): PlantedWord => {
    const field = fieldOfTeamWord[key as keyof typeof words];
    return { word, fields: word === registered ? [field, 'register'] : [field], owner: null };
  }),
  ...Object.entries(judgeWords).map(([key, word]): PlantedWord => {
    const owner = /^(judge|chair|openJudge|recused|idle|office|executive)(?=[A-Z])/.exec(key)?.[0] ?? null;
    return { word, fields: [fieldOfJudgeWord[key as keyof typeof judgeWords]], owner };
  }),
  { word: duplicateNote, fields: ['office-note'], owner: null },
  { word: sortKey, fields: [], owner: null },
];
