/** Why a judge cannot be given an entry by hand, or a case cannot be handed on; details as in `fieldProblemTexts`. */
export const assignmentFieldProblemTexts = {
  'judge-off-roster': { zh: '该评委不在已批准的评委名单上。', en: 'The judge is not on the approved roster.' },
  'judge-no-account': { zh: '该评委没有可用的账号。', en: 'The judge has no account that can sign in.' },
  'judge-declined': { zh: '该评委已谢绝邀请。', en: 'The judge has declined the invitation.' },
  'judge-unavailable': {
    zh: '该评委在本阶段评审期间无空。',
    en: 'The judge is not available while this stage is judged.',
  },
  'judge-conflicted': {
    zh: '该评委与此项目须回避。',
    en: 'The judge has a conflict of interest with this entry.',
  },
  'judge-at-limit': {
    zh: '该评委最多承担 {limit} 个项目，已达上限。',
    en: 'The judge takes at most {limit} entries and has as many.',
  },
  'judge-reads-not': {
    zh: '该评委不阅读此项目的语言，也没有经确认的译文。',
    en: 'The judge does not read the entry’s language, and there is no confirmed translation.',
  },
  'judge-colleague': {
    zh: '同一单位的评委在一个项目上最多 {most} 人。',
    en: 'At most {most} judges of one employer may read an entry.',
  },
  'judge-assigned': { zh: '该评委已分到此项目。', en: 'The judge has this entry already.' },
  'organiser-unknown': {
    zh: '此人不是本届赛事的工作人员。',
    en: 'This person does not work for this edition.',
  },
  'case-taker-unknown': {
    zh: '请选择另一位组织者接办。',
    en: 'Choose another organiser to take the case.',
  },
  'case-taker-conflicted': {
    zh: '此人与该项目也须回避，请另选一位接办。',
    en: 'The entry concerns this person too. Choose another to take the case.',
  },
  'organiser-conflicted': {
    zh: '您须回避此项目，不能查看或修改。',
    en: 'The entry concerns you: you can neither read nor change it.',
  },
  'entry-not-in-stage': {
    zh: '此项目已不在本阶段的评审之列。',
    en: 'The entry is not among those judged in this stage.',
  },
} as const;
