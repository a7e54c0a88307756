/** What a reader is told of refusals about judges and the roster they stand on. */
export const judgeProblemTexts = {
  'judge-not-on-roster': {
    zh: '您不在本届已批准的评委名单上。名单由第二人批准后，才能打开项目和评分。',
    en: 'You are not on the approved roster of judges. Entries open once a second person has approved it.',
  },
  'judge-without-account': {
    zh: '该评委没有可用的账号，无法邀请。请先在名单中写明邮箱并导入。',
    en: 'This judge has no account that could be invited. Bring one in with an e-mail address first.',
  },
  'judge-has-accepted': {
    zh: '该评委已接受邀请。',
    en: 'This judge has accepted already.',
  },
  'judge-invitation-missing': {
    zh: '没有可收回的邀请：可能已答复、已过期或已收回。',
    en: 'No invitation stands open: it may have been answered or taken back, or its time is over.',
  },
  'judge-invitation-expired': {
    zh: '邀请链接或邀请码无效：可能已撤回、已过期，或输入有误。请向组委会办公室索取新的邀请。',
    en: 'This invitation is not valid: it has been taken back or has expired, or was mistyped. Ask the committee’s office for a new one.',
  },
  'invitation-answered': {
    zh: '这份邀请已答复。如需更改，请联系组委会。',
    en: 'This invitation has been answered. Ask the committee if the answer is to change.',
  },
  'invitation-for-another': {
    zh: '这份邀请是给另一个账号的。请退出登录，或用受邀的账号登录。',
    en: 'This invitation is for another account. Sign out, or sign in with the account that is invited.',
  },
  'commitment-changed': {
    zh: '承诺书已有新版本，请重新打开页面阅读。',
    en: 'The commitment has a new version. Open the page again and read it.',
  },
  'contact-change-proposed': {
    zh: '该评委已有一项邮箱变更在等待批准。',
    en: 'A change of this judge’s address already awaits approval.',
  },
  'contact-change-missing': {
    zh: '没有等待批准的邮箱变更，可能已被批准或撤回。',
    en: 'No change of the address awaits approval; it may have been approved or taken back.',
  },
  'account-beyond-office': {
    zh: '此账号另有评委以外的角色，邮箱不在此更改；或在其他届次任评委或有项目，须由同时负责那些届次的两个人办理。',
    en: 'This account has a role other than judge, and its address is not changed here; or it judges or has entries in other editions: two people responsible for all of these change it.',
  },
  'roster-change-proposed': {
    zh: '对该评委已有一项变更在等待批准。',
    en: 'A change for this judge already awaits approval.',
  },
  'roster-change-missing': {
    zh: '没有等待批准的名单变更，可能已被批准或撤回。',
    en: 'No change of the roster awaits approval; it may have been approved or taken back.',
  },
  'roster-change-needless': {
    zh: '该评委已是这样，无须变更。',
    en: 'The roster has this judge so already.',
  },
  'assignment-plan-running': {
    zh: '本阶段已有一份分配方案正在计算，请等它结束或先取消。',
    en: 'A plan of this stage is being made already. Wait for it, or cancel it first.',
  },
  'assignment-plan-ended': {
    zh: '这份分配方案已经采用、作废或结束，请重新打开页面。',
    en: 'This plan has been applied, discarded or ended. Open the page again.',
  },
  'assignment-plan-overtaken': {
    zh: '方案算出之后情况有变（回避、退出、评委或分配变动），未采用任何内容。请重新计算方案。',
    en: 'Something changed after the plan was made (a recusal, a withdrawal, judges or assignments). Nothing was applied; make a new plan.',
  },
  'assignment-refused': { zh: '不能这样分配。', en: 'This assignment is not possible.' },
  'assignment-begun': {
    zh: '评委已开始评这个项目，分配不能撤下。',
    en: 'The judge has begun to score this entry, so it stays assigned.',
  },
  'organiser-conflicted': {
    zh: '您与相关项目有利益关系，须回避；请由其他组织者办理。',
    en: 'You have a tie to an entry that this concerns. Another organiser has to take the case.',
  },
  'judge-finished': {
    zh: '该评委的评分表已全部提交，无须提醒。',
    en: 'This judge has submitted every score sheet; there is nothing to remind of.',
  },
  'judge-reminded': {
    zh: '该评委在最近 {hours} 小时内已收到提醒，请稍后再试。',
    en: 'This judge was reminded within the last {hours} hours. Please try again later.',
  },
  'assignment-suspended': {
    zh: '有人责令您回避该项目，正在等待第二人确认。在此之前不能查看或评分；您已填写的内容都保留着。',
    en: 'Your recusal from this entry was ordered and awaits a second person. Until then you can neither read nor score it; what you have entered is kept.',
  },
  'recusal-ordered': {
    zh: '对此人与该项目，已有一项责令回避在等待确认。',
    en: 'An order about this person and this entry already awaits a second person.',
  },
  'recusal-order-missing': {
    zh: '没有等待确认的责令回避，可能已被处理。',
    en: 'No such order awaits a second person; it may have been dealt with.',
  },
  'recusal-order-own': {
    zh: '不能责令自己回避，也不能处理涉及自己的责令回避。请自行登记回避。',
    en: 'Nobody orders, or decides on, a recusal of their own. Step back by yourself instead.',
  },
  'judge-recused': {
    zh: '这位评委对该项目的回避已登记。',
    en: 'This judge has already stepped back from the entry.',
  },
  'organiser-recused': {
    zh: '此人对该项目的回避已登记。',
    en: 'This person has already stepped back from the entry.',
  },
  'declaration-owed': {
    zh: '请先看本人的参赛团队名单并作利益冲突声明，然后才能打开项目。',
    en: 'Look through the list of your teams and declare any conflict of interest first. Entries open after that.',
  },
  'declaration-changed': {
    zh: '声明已有新版本，请重新打开页面阅读。',
    en: 'The declaration has a new version. Open the page again and read it.',
  },
  'candidate-settled': {
    zh: '这条线索已有结论，或按规则必须回避，不能这样处理。请重新打开页面。',
    en: 'This candidate is settled already, or a rule keeps the two apart by itself. Open the page again.',
  },
  'candidate-needs-order': {
    zh: '团队没有申请回避此人，请改为责令回避，由另一人确认。',
    en: 'The team has not asked for this. Order the recusal instead; a second person confirms it.',
  },
  'candidate-evidence-changed': {
    zh: '打开页面之后，这条线索的依据有变化，刚才的处理没有保存。请关闭后看清新的依据，再作处理。',
    en: 'The evidence of this candidate has changed since it was shown, and nothing was kept. Close this, look at the evidence as it is now, and settle it again.',
  },
  'sheet-still-open': {
    zh: '本阶段评审尚未结束，评委可自行修改，无须解锁。',
    en: 'Judging is not over: the judge can still revise the sheet without an unlock.',
  },
  'sheet-unlock-requested': {
    zh: '这份评分表已有一项解锁在等待批准，或正在开放中。',
    en: 'An unlock of this sheet already awaits approval, or stands open.',
  },
  'sheet-unlock-missing': {
    zh: '没有等待批准的解锁申请，可能已被批准或撤回。',
    en: 'No such unlock awaits approval; it may have been approved or taken back.',
  },
  'sheet-unlock-own': {
    zh: '不能为自己评审的项目申请复评，也不能申请或批准解锁自己的评分表。',
    en: 'Nobody has an entry they judge reviewed again, or asks for or approves the unlocking of an own sheet.',
  },
  'late-sheet-handed-in': {
    zh: '这份评分表已交组委会办公室，请等待决定。',
    en: 'This sheet has been handed to the office already. Please await its decision.',
  },
  'late-sheet-missing': {
    zh: '没有等待决定的逾期评分表，可能已有决定。',
    en: 'No such late sheet awaits a decision; it may have been decided.',
  },
  're-review-standing': {
    zh: '这个项目的复评还没有完成。',
    en: 'A re-review of this entry is still under way.',
  },
  're-review-missing': {
    zh: '没有这项进行中的复评，可能已取消。',
    en: 'No such re-review is under way; it may have been called off.',
  },
  're-review-needless': {
    zh: '这个项目提交的评分表不足两份，无从比较，不能安排复评。',
    en: 'Fewer than two sheets of this entry are submitted: there is nothing to compare yet.',
  },
  'unlock-unnamed': {
    zh: '提交时本阶段评审刚刚重新开放，分数未存，请再提交一次。',
    en: 'Judging was opened again just as you submitted. Nothing was stored; please submit once more.',
  },
  'result-used': {
    zh: '该阶段已经晋级，或其结果已写入冻结的名单，评分表不能再修改。',
    en: 'The stage has been advanced, or a frozen list rests on it, so its sheets stay as they are.',
  },
} as const;
