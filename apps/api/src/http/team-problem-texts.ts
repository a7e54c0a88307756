/** Sentences for what is refused to people who register, and to teams. */
export const teamProblemTexts = {
  'translation-missing': {
    zh: '该项目还没有另一种语言的译文。',
    en: 'The entry has no translation into its other language yet.',
  },
  'translation-incomplete': {
    zh: '译文缺少项目简介，补全后才能确认。',
    en: 'The translation lacks the summary; it can be confirmed once it is whole.',
  },
  'translation-being-read': {
    zh: '评委正在评审该项目，评审结束前不能更改译文。',
    en: 'Judges are reading the entry now; its translation can be changed when they have finished.',
  },
  'consent-contract': {
    zh: '此项用途以账号协议为依据，不能单独撤回；如需注销账号，请联系组委会。',
    en: 'This purpose rests on the contract of the account and cannot be withdrawn by itself; ask the committee’s office to close the account.',
  },
  'registration-closed': {
    zh: '目前没有接受报名的赛事，不能自行注册账号。',
    en: 'No contest takes entries at present, so nobody can register an account.',
  },
  'registration-password-wrong': {
    zh: '密码与注册时填写的不一致。忘记了可以重新注册。',
    en: 'This is not the password that was chosen on registering. If you have forgotten it, register anew.',
  },
  'judge-and-team': {
    zh: '同一人不能在同一届赛事中既担任评委又参赛。',
    en: 'Nobody judges in an edition and takes part in it too.',
  },
  'receiving-office-held': {
    zh: '这一届赛事已有同名的接收单位。',
    en: 'The edition has a receiving office of this name already.',
  },
  'receiving-office-closed': {
    zh: '该接收单位已停用，不再接收项目。',
    en: 'This office receives no more entries.',
  },
  'lead-only': { zh: '只有项目负责人可以这样做。', en: 'Only the team lead may do this.' },
  'lead-stays': {
    zh: '您是项目负责人，请先移交负责人再退出。',
    en: 'You lead this team: hand the lead over before you leave.',
  },
  'entry-read-only': {
    zh: '您可以查看该项目，修改须由项目负责人授权。',
    en: 'You may read this entry; changing it needs the leave of the team lead.',
  },
  'invitation-expired': {
    zh: '邀请链接或邀请码无效：可能已使用、已撤回或已过期。请向项目负责人索取新的邀请。',
    en: 'This invitation is not valid: it has been used, taken back or has expired, or was mistyped. Ask the team lead for a new one.',
  },
  'already-in-team': { zh: '您已在该团队中。', en: 'You are in this team already.' },
  'member-has-joined': {
    zh: '该成员已用账号加入，无需再邀请。',
    en: 'This member has joined with an account and needs no invitation.',
  },
  'member-not-joined': {
    zh: '该成员还没有用账号加入。',
    en: 'This member has not joined with an account.',
  },
} as const;
