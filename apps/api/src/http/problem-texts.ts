import type { DomainErrorCode } from '#domain';
import { calibrationProblemTexts } from './calibration-problem-texts.js';
import { drawProblemTexts } from './draw-problem-texts.js';
import { eligibilityProblemTexts } from './eligibility-problem-texts.js';
import { judgeProblemTexts } from './judge-problem-texts.js';
import { teamProblemTexts } from './team-problem-texts.js';

export type Locale = 'zh' | 'en';
export type Sentence = Readonly<Record<Locale, string>>;

/** What a reader is told for each code. `{name}` is filled from the refusal's details where they hold that name. */
export const problemTexts: Readonly<Record<DomainErrorCode, Sentence>> = {
  'not-a-decimal': { zh: '这里需要一个十进制数。', en: 'A decimal number is expected here.' },
  'score-sheet-invalid': {
    zh: '评分表有误，请按各项提示修改。',
    en: 'The score sheet has mistakes; each one is named below.',
  },
  'tally-option-invalid': {
    zh: '统分选项有误，请按各项提示修改。',
    en: 'An option of the tally is not valid; each one is named below.',
  },
  'scores-missing': {
    zh: '缺少评分，无法统分。请补齐，或在规则中写明缺分如何处理。',
    en: 'Scores are missing, so no tally can be made. Have them completed, or state in the rules how they are treated.',
  },
  'pairs-separated': {
    zh: '比较数据不足以给所有项目排序：有的项目只胜不负或只负不胜。可补充比较，或设定先验。',
    en: 'The comparisons cannot place all entries: some only win or only lose. Add comparisons, or state a prior.',
  },
  'score-duplicated': {
    zh: '同一评委对同一项目有重复评分，请只留一份。',
    en: 'A judge has two scores for the same entry; leave one.',
  },
  'criterion-unknown': {
    zh: '没有这项评审指标，请对照评分标准。',
    en: 'There is no such criterion; compare the rubric.',
  },
  'comparison-invalid': {
    zh: '两两比较须涉及两个不同的项目，且次数不得为负。',
    en: 'A comparison names two different entries, and its count is not negative.',
  },
  'tally-fenced': { zh: '本次统分已被新的统分取代。', en: 'A newer tally run has taken over from this one.' },
  'assignment-not-found': { zh: '没有这项评审任务。', en: 'There is no such assignment.' },
  'assignment-recused': { zh: '您已对该项目回避。', en: 'You have recused yourself from this entry.' },
  'conflict-of-interest': {
    zh: '存在利益冲突，不能评审该项目。',
    en: 'A conflict of interest stands between this judge and this entry.',
  },
  'window-not-open': { zh: '当前不在开放时间内。', en: 'The window is not open.' },
  'file-hours-promised': {
    zh: '报名已开始，补传时限已写入回执，不能少于 {hours} 小时。',
    en: 'Entries have opened and receipts have promised {hours} hours; they can only be raised.',
  },
  'deadline-passed': { zh: '已过截止时间。', en: 'The deadline has passed.' },
  'rules-locked': { zh: '评审规则已锁定，不能更改。', en: 'The rules of the stage are locked.' },
  'rules-changed': {
    zh: '评审规则已更新，请重新载入后按新规则核对并提交。',
    en: 'The rules of this stage have changed; load the page again and check your scores against them.',
  },
  'if-match-required': {
    zh: '请求缺少 If-Match，无法确认您所依据的版本。',
    en: 'The request lacks If-Match, so the version it is based on is unknown.',
  },
  'revision-stale': {
    zh: '内容已在别处更新，请核对后再提交。',
    en: 'It was changed elsewhere in the meantime; compare before submitting again.',
  },
  'idempotency-key-required': {
    zh: '请求缺少有效的 Idempotency-Key（8 至 128 个可见字符）。',
    en: 'The request lacks a valid Idempotency-Key (8 to 128 visible characters).',
  },
  'idempotency-key-reused': {
    zh: '同一 Idempotency-Key 已用于另一内容。',
    en: 'This Idempotency-Key was already used with another content.',
  },
  'not-found': { zh: '没有找到。', en: 'This was not found.' },
  'contest-invalid': { zh: '大赛模板有误，请按各项提示修改。', en: 'The contest template has mistakes.' },
  'edition-demo-mismatch': {
    zh: '演示届次只接受演示账号，正式届次不接受演示账号。',
    en: 'A demo edition takes demo accounts only, and a real edition takes none.',
  },
  'window-already-opened': { zh: '时间窗口已经开启过。', en: 'The window was opened already.' },
  'window-already-closed': { zh: '时间窗口已经关闭。', en: 'The window is closed already.' },
  'edition-exists': { zh: '该届次已存在，且内容不同。', en: 'This edition exists already with another content.' },
  'stage-not-ready': {
    zh: '阶段尚未就绪，请处理或确认所列事项。',
    en: 'The stage is not ready; settle or acknowledge the points listed.',
  },
  'judging-not-over': {
    zh: '本阶段评审尚未结束。结束评审后才能查看排名。',
    en: 'Judging of this stage is not over. The ranking can be read once it has been closed.',
  },
  'stage-not-tallied': {
    zh: '本阶段尚未统分。统分完成后才能查看排名。',
    en: 'This stage has not been tallied. The ranking can be read once it has.',
  },
  'stage-settled': {
    zh: '该阶段已经晋级，或其结果已写入冻结的名单，不能再登记退赛或弃权。',
    en: 'The stage has been advanced, or a frozen list rests on it, so nobody can leave it any more.',
  },
  'entry-invalid': {
    zh: '参赛项目填写有误，请按各项提示修改。',
    en: 'Please correct the following.',
  },
  'entry-not-draft': { zh: '该参赛项目已经提交。', en: 'The entry has been submitted already.' },
  'entry-not-submitted': { zh: '该参赛项目尚未提交。', en: 'The entry has not been submitted.' },
  'entry-withdrawn': { zh: '该参赛项目已撤回报名。', en: 'The entry has been withdrawn.' },
  'entry-departed': { zh: '该项目在本阶段已退赛或弃权。', en: 'The entry has left this stage already.' },
  'entry-incomplete': {
    zh: '报名材料尚不完整，请按各项提示补充后再提交。草稿已保留。',
    en: 'The entry is not complete yet; each open point is named below. The draft is kept.',
  },
  'form-invalid': {
    zh: '表单有误，请按各项提示修改。',
    en: 'The form has mistakes; each one is named below.',
  },
  'form-unchanged': {
    zh: '草稿与已发布的表单相同，无需再发布。',
    en: 'The draft is the same as the published form; there is nothing to publish.',
  },
  ...eligibilityProblemTexts,
  ...judgeProblemTexts,
  ...drawProblemTexts,
  ...calibrationProblemTexts,
  'enterprise-problem-missing': {
    zh: '揭榜攻坚赛项目须指明所揭榜的企业难题。',
    en: 'An Open Challenge entry has to name its enterprise problem.',
  },
  'message-not-ready': {
    zh: '该消息的状态刚刚变化，不能这样操作。请刷新后再看。',
    en: 'The message has moved on, so this cannot be done to it now. Look at it again.',
  },
  'tie-at-award-line': {
    zh: '奖项名额线上存在未决的并列。',
    en: 'An unresolved tie stands at an award line.',
  },
  'list-already-published': { zh: '该版获奖名单已发布。', en: 'This version of the award list is published already.' },
  'award-list-blocked': {
    zh: '名单暂不能冻结，请先处理列出的各项。',
    en: 'The list cannot be frozen yet; what stands in the way is listed.',
  },
  'award-list-reason-missing': {
    zh: '更正名单必须说明原因。',
    en: 'A corrected list has to state its reason.',
  },
  'award-list-stale': {
    zh: '名单冻结后又有新的评分或统分，请重新冻结。',
    en: 'Sheets or tallies have come in since the list was frozen; freeze it anew.',
  },
  'award-list-superseded': { zh: '该名单已有更新的版本。', en: 'A newer version of this list exists.' },
  'publication-already-requested': { zh: '已有人申请发布该名单。', en: 'Publication has already been requested.' },
  'publication-not-requested': {
    zh: '须先由另一人申请发布。',
    en: 'Another person has to request publication first.',
  },
  'tie-missing': { zh: '该名次没有并列。', en: 'There is no tie at that rank.' },
  'tie-already-decided': { zh: '该并列已有处理决定。', en: 'This tie has been decided already.' },
  'same-person': { zh: '须由另一人批准。', en: 'Another person has to approve this.' },
  'landing-confirmation-unchanged': {
    zh: '落地意向的确认状态没有变化。',
    en: 'The confirmation of this landing intent already stands so.',
  },
  'problem-solution-invalid': {
    zh: '认定已解决须有企业确认、对应项目和证明材料。',
    en: 'Solved needs the owner’s word, the entry that solved it and its evidence.',
  },
  'landing-intent-invalid': { zh: '落地意向填写有误，请按各项提示修改。', en: 'The landing intent has mistakes.' },
  'ledger-event-invalid': { zh: '存证记录有误，操作未执行。', en: 'The ledger refused the event; nothing was done.' },
  'not-signed-in': { zh: '请先登录。', en: 'Please sign in first.' },
  'not-allowed': { zh: '您没有此权限，或对象不存在。', en: 'You have no access to this, or it does not exist.' },
  'sign-in-failed': { zh: '邮箱或密码不正确。', en: 'The e-mail address or the password is wrong.' },
  'too-many-attempts': {
    zh: '尝试次数过多，请 {retryAfterSeconds} 秒后再试。',
    en: 'Too many attempts; try again in {retryAfterSeconds} s.',
  },
  'foreign-origin': { zh: '请求来自其他网站，已拒绝。', en: 'The request came from another site and was refused.' },
  'link-expired': { zh: '该链接已使用或已过期。', en: 'This link has been used or has expired.' },
  'password-too-weak': {
    zh: '密码须为 10 至 128 个字符，且不能是常见密码。',
    en: 'A password has 10 to 128 characters and is none of the commonest ones.',
  },
  'user-exists': { zh: '该邮箱已有账号。', en: 'There is an account with this e-mail address already.' },
  'user-unknown': { zh: '没有这个账号。', en: 'There is no such account.' },
  'role-held': { zh: '该角色已被授予。', en: 'This role is held already.' },
  'role-not-held': { zh: '该账号没有这个角色。', en: 'This account does not hold the role.' },
  'role-exclusive': {
    zh: '系统、安全、审计管理员互斥，且不得兼任业务角色。',
    en: 'The system, security and audit administrators exclude each other and every business role.',
  },
  'organisation-name-held': {
    zh: '名录中已有单位使用这个名称：{holder}。如确为另一家单位，请确认同名后再保存。',
    en: 'The register already has this name: {holder}. If it is another organisation, say so and save again.',
  },
  'organisation-code-held': {
    zh: '名录中已有单位使用这个统一社会信用代码：{holder}。',
    en: 'The register already has this unified social credit code: {holder}.',
  },
  'organisation-merged': {
    zh: '该单位已并入其他单位，请在并入后的单位上操作。',
    en: 'This organisation has been merged into another; work on that one.',
  },
  'organisation-not-merged': {
    zh: '该单位没有并入其他单位，或已恢复。',
    en: 'This organisation is not merged into another, or stands apart again.',
  },
  'organisation-cycle': {
    zh: '这样设置会使两家单位互为对方的分支机构。',
    en: 'That would make two organisations branches of each other.',
  },
  ...teamProblemTexts,
  'storage-full': {
    zh: '存储空间已满，文件没有保存，其他内容不受影响。请稍后重试，或联系组委会。',
    en: 'There is no room left for files. The file was not stored; nothing else is lost. Try again later, or tell the organisers.',
  },
  'file-not-expected': {
    zh: '现在不能上传这个文件：它已经收到，或已被移除，或已过补传时间。请刷新页面查看。',
    en: 'This file cannot be uploaded now: it has arrived, was removed, or its time has passed. Reload the page.',
  },
  'file-differs': {
    zh: '收到的内容与登记的大小或校验值不一致，没有保存。请选择登记时的那个文件重新上传。',
    en: 'What arrived differs from the size or hash that was filed, so it was not stored. Upload the very file that was filed.',
  },
  'file-not-ready': {
    zh: '文件还没有收到，或还在检查，暂时不能打开。',
    en: 'The file has not arrived or is still being checked; it cannot be opened yet.',
  },
  'import-unreadable': { zh: '无法读取这个文件。', en: 'This file cannot be read.' },
  'import-invalid': {
    zh: '文件有误，未导入任何内容；请按提示修改后重新上传。',
    en: 'The file has mistakes, so nothing was imported; mend what is named and upload it again.',
  },
  'import-applied': { zh: '该文件已经导入。', en: 'This file has been imported already.' },
  'import-reason-missing': {
    zh: '报名时间之外导入须说明原因。',
    en: 'Outside the entry window an import needs a reason.',
  },
  'file-link-expired': {
    zh: '文件链接已过期，请回到页面重新打开。',
    en: 'The link to the file has expired; open it again from the page.',
  },
  'request-invalid': { zh: '请求有误，请按各项提示修改。', en: 'The request has mistakes; each one is named below.' },
  'too-many-requests': {
    zh: '请求过于频繁，请 {retryAfterSeconds} 秒后再试。',
    en: 'Too many requests; try again in {retryAfterSeconds} seconds.',
  },
  'service-unavailable': {
    zh: '服务暂不可用，请稍后再试。',
    en: 'The service is not available just now; try again soon.',
  },
};

/** Statuses that no domain rule names: the framework's own refusals. */
export const protocolTexts = {
  404: { code: 'not-found', zh: '没有这个地址。', en: 'There is nothing at this address.' },
  405: { code: 'method-not-allowed', zh: '此地址不支持该方法。', en: 'This address does not take that method.' },
  413: { code: 'body-too-large', zh: '请求内容过大。', en: 'The request body is too large.' },
  415: { code: 'media-type-unsupported', zh: '仅接受 application/json。', en: 'Only application/json is accepted.' },
  500: {
    code: 'internal-error',
    zh: '服务器内部出错，操作可能未完成，请核对后再试。',
    en: 'Something failed on the server, and the act may not be done; check before you try again.',
  },
} as const;
