import { assignmentFieldProblemTexts } from './assignment-field-problem-texts.js';
import { drawFieldProblemTexts } from './draw-field-problem-texts.js';
import type { FieldProblemCode } from './error-codes.js';
import { sheetProblemTexts } from './sheet-problem-texts.js';

/**
 * The sentence for each way in which a field can be wrong. `{name}` stands for a detail of the problem, and is used
 * only where that detail is always given.
 */
export const fieldProblemTexts: Readonly<Record<FieldProblemCode, { readonly zh: string; readonly en: string }>> = {
  ...sheetProblemTexts,
  'decimal-expected': { zh: '此处须为普通十进制数。', en: 'A plain decimal number is expected.' },
  'decimal-out-of-bounds': {
    zh: '须在 {lowest} 至 {highest} 之间，最多 {decimals} 位小数。',
    en: 'A number from {lowest} to {highest} with at most {decimals} decimals is expected.',
  },
  'count-expected': { zh: '此处须为整数。', en: 'A whole number is expected.' },
  'option-unknown': { zh: '没有这个选项。', en: 'There is no such option.' },
  'value-not-allowed': { zh: '不允许此值。', en: 'This value is not allowed.' },
  'criteria-missing': { zh: '缺少计分的评审指标。', en: 'There are no criteria that count.' },
  'criterion-duplicated': { zh: '评审指标重复。', en: 'The criterion stands twice.' },
  'range-empty': { zh: '最高分须大于最低分。', en: 'The maximum has to be above the minimum.' },
  'step-not-positive': { zh: '最小分差须大于零。', en: 'The step has to be above zero.' },
  'step-does-not-fit-range': { zh: '最小分差除不尽分数范围。', en: 'The step does not divide the range.' },
  'factor-negative': { zh: '权重不能为负。', en: 'A weight cannot be negative.' },
  'factors-all-zero': { zh: '权重不能全为零。', en: 'The weights cannot all be zero.' },
  'levels-out-of-range': { zh: '评分要点超出指标的分数范围。', en: 'A level lies outside the range of its criterion.' },
  'levels-overlap': { zh: '评分要点的分数段重叠。', en: 'Levels overlap.' },
  'maximum-total-differs': {
    zh: '满分与各指标权重乘最高分之和不符。',
    en: 'The maximum total differs from the sum of weight times maximum.',
  },
  'panel-floor-above-size': { zh: '有效评分下限高于评审组人数。', en: 'The floor is above the size of the panel.' },
  'trim-exceeds-panel': { zh: '去掉的分数多于评审组给出的分数。', en: 'More scores are dropped than the panel gives.' },
  'trim-minimum-too-small': {
    zh: '去掉高低分所需的最少评分数过小。',
    en: 'The minimum number of scores for trimming is too small.',
  },
  'rounding-not-for-sheet-totals': {
    zh: '按评分表总分统分时，不能在指标处舍入。',
    en: 'A method on sheet totals cannot round at a criterion.',
  },
  'missing-policy-not-applicable': { zh: '缺分处理方式不适用。', en: 'This policy for missing scores does not apply.' },
  'method-takes-pairs': {
    zh: '该方法只接受两两比较数据，不能用于评分表。',
    en: 'This method takes comparisons of two entries, not score sheets.',
  },
  'method-takes-sheets': {
    zh: '该方法只接受评分表，不能用于两两比较数据。',
    en: 'This method takes score sheets, not comparisons of two entries.',
  },
  'points-not-descending': {
    zh: '名次分至少一项，不得为负，且不得逐位上升。',
    en: 'Points are at least one, never below 0, and never rise from place to place.',
  },
  'prior-not-positive': {
    zh: '先验标准差须为大于 0 的数。',
    en: 'The standard deviation of a prior is a number above 0.',
  },
  'shares-do-not-sum-to-one': { zh: '各部分占比之和须为 1。', en: 'The shares have to sum to 1.' },
  'component-duplicated': { zh: '组成部分重复。', en: 'The component stands twice.' },
  'tie-step-duplicated': { zh: '并列处理步骤重复。', en: 'The step of the tie ladder stands twice.' },
  'tie-step-after-shared': { zh: '“并列共享”之后不能再有步骤。', en: 'No step can follow a shared rank.' },
  'blind-scores-team': {
    zh: '盲评阶段不能对团队评分，除非报名表设有不透露身份的团队介绍栏（teamField）。',
    en: 'A blind stage cannot score the team unless the form has a field that describes it without naming anybody (teamField).',
  },
  'team-field-missing': {
    zh: '盲评阶段“{stageZh}”要对团队评分：表单须设字段“{field}”，评委可读，且不透露身份。',
    en: 'The blind stage {stageEn} scores teams: the form needs the field {field}, read by its judges and telling nobody who the team is.',
  },
  'section-duplicated': { zh: '分析项重复。', en: 'The section stands twice.' },
  'ratio-out-of-range': { zh: '比例须大于 0 且不大于 1。', en: 'A ratio lies above 0 and not above 1.' },
  'file-name-invalid': {
    zh: '文件名无法使用，请改名后重新选择（最多 200 字，不含斜杠和控制字符）。',
    en: 'This file name cannot be used; rename it (at most 200 characters, no slashes or control characters).',
  },
  'file-type-not-allowed': {
    zh: '此处只接受 {types} 文件，请转换格式后重新选择。',
    en: 'Only {types} files are taken here; convert it and choose it again.',
  },
  'file-empty': { zh: '文件是空的，请检查后重新选择。', en: 'The file is empty; check it and choose it again.' },
  'file-too-large': {
    zh: '文件超过 {maximum} MB，请压缩后重新选择。',
    en: 'The file is above {maximum} MB; make it smaller.',
  },
  'too-many-files': {
    zh: '此处的文件已满，请先移除一个再添加。',
    en: 'There is no room for another file here; remove one first.',
  },
  'field-missing': { zh: '此项必填。', en: 'This field is required.' },
  'field-unknown': { zh: '没有这个字段。', en: 'There is no such field.' },
  'field-invalid': { zh: '此项填写有误。', en: 'This field is not valid.' },
  'field-fixed-by-stage': {
    zh: '项目已进入评审阶段，此项不能再改。',
    en: 'The entry stands in a stage already, so this can no longer change.',
  },
  'key-invalid': {
    zh: '标识须为小写英文单词，以连字符相连，例如 business-plan。',
    en: 'A key is lower-case English words joined by hyphens, such as business-plan.',
  },
  'key-duplicated': { zh: '标识“{key}”已被使用。', en: 'The key “{key}” is used already.' },
  'condition-field-unknown': {
    zh: '条件所指的“{field}”不在前面的字段中。',
    en: 'The condition asks for “{field}”, which no earlier field is called.',
  },
  'condition-too-deep': { zh: '条件嵌套过深，最多四层。', en: 'Conditions nest at most four deep.' },
  'core-block-missing': {
    zh: '缺少必需的部分：{block}。',
    en: 'A part that no form can do without is missing: {block}.',
  },
  'core-block-conditional': {
    zh: '“{block}”部分须始终显示，不能设条件。',
    en: 'The part {block} is always shown; it takes no condition.',
  },
  'limits-crossed': { zh: '下限高于上限。', en: 'The lower limit is above the upper one.' },
  'form-too-large': { zh: '内容过长，无法保存。', en: 'This is too long to be stored.' },
  'text-too-long': { zh: '最多 {maximum} 个字符。', en: 'At most {maximum} characters.' },
  'text-too-short': { zh: '至少 {minimum} 个字符。', en: 'At least {minimum} characters.' },
  'too-many-items': { zh: '最多 {maximum} 项。', en: 'At most {maximum} items.' },
  'too-few-items': { zh: '至少 {minimum} 项。', en: 'At least {minimum} items.' },
  'number-not-allowed': {
    zh: '超出允许的范围，或小数多于 {decimals} 位。',
    en: 'Outside the range allowed, or with more than {decimals} decimals.',
  },
  'date-invalid': { zh: '日期须为 2026-11-23 这样的形式。', en: 'A date is written like 2026-11-23.' },
  'date-out-of-range': {
    zh: '日期须在 {earliest} 至 {latest} 之间。',
    en: 'The date lies between {earliest} and {latest}.',
  },
  'link-invalid': {
    zh: '须为以 https:// 开头的完整网址。',
    en: 'A complete address beginning with https:// is expected.',
  },
  'link-host-not-allowed': {
    zh: '只接受以下网站的链接：{hosts}。',
    en: 'Only links to these sites are accepted: {hosts}.',
  },
  'phone-invalid': {
    zh: '电话须带国家（地区）代码，例如 +86 138 1234 5678。',
    en: 'A phone number begins with its country code, such as +86 138 1234 5678.',
  },
  'email-invalid': { zh: '邮箱地址不完整。', en: 'The e-mail address is not complete.' },
  'credit-code-invalid': {
    zh: '统一社会信用代码有误，请对照营业执照的 18 位代码。',
    en: 'This is no unified social credit code; compare the 18 characters of the business licence.',
  },
  'organisation-name-known': {
    zh: '该单位已有这个名称。',
    en: 'The organisation has this name already.',
  },
  'checklist-open': {
    zh: '还有 {count} 项未勾选，不能通过。',
    en: '{count} points of the checklist are open, so it cannot pass.',
  },
  'translation-missing': {
    zh: '该团队使用另一种语言，请同时用该语言说明。',
    en: 'The team reads another language: say it in that one too.',
  },
  'correction-time-not-allowed': {
    zh: '补正期限须在现在之后，且不超过 {days} 天。',
    en: 'The time for a correction lies in the future, at most {days} days ahead.',
  },
  'name-unknown': {
    zh: '没有“{value}”。可填：{choicesZh}',
    en: 'There is no “{value}”. Possible values: {choicesEn}',
  },
  'row-duplicated': { zh: '与第 {row} 行重复。', en: 'Duplicate of row {row}.' },
  'number-unknown': {
    zh: '没有此参赛编号；编号由平台给出，新项目请留空。',
    en: 'No entry has this number; numbers are given by the platform, so leave it empty for a new one.',
  },
  'key-differs': {
    zh: '此参赛编号的项目已有另一个外部编号。',
    en: 'The entry of this number has another external key already.',
  },
  'entry-withdrawn': { zh: '该项目已撤回报名，不能更改。', en: 'This entry has been withdrawn and does not change.' },
  'entry-judged': {
    zh: '该项目已开始评审，不能更改。',
    en: 'Judging of this entry has begun, so it does not change.',
  },
  'key-taken': { zh: '此外部编号已用于“{holder}”。', en: '“{holder}” has this external key.' },
  'name-shared': {
    zh: '名录中有多个单位用此名称，请填写统一社会信用代码或外部编号以区分。',
    en: 'Several organisations have this name: tell which by its code or external key.',
  },
  'organisation-name-held': {
    zh: '“{holder}”已用此名称。若确为两个单位，请在“可同名”列填“是”。',
    en: '“{holder}” has this name. If they are two, write “yes” in the column “May share a name”.',
  },
  'organisation-code-held': { zh: '“{holder}”已用此统一社会信用代码。', en: '“{holder}” has this code.' },
  'organisation-merged': {
    zh: '此单位已合并到“{holder}”，请更改后者。',
    en: 'This organisation has become part of “{holder}”: change that one.',
  },
  'organisation-cycle': { zh: '两个单位互为分支机构。', en: 'Two organisations would be branches of each other.' },
  'organisation-unknown': {
    zh: '名录和文件中都没有“{value}”，或有多个单位用此名称。',
    en: 'Neither the register nor the file has “{value}”, or several organisations are called so.',
  },
  'problem-judged': {
    zh: '已有揭榜项目开始评审，该难题不能更改。',
    en: 'Judging of an entry that answers this problem has begun, so it does not change.',
  },
  'judge-in-team': {
    zh: '此账号在本届的参赛团队中，不能担任评委。',
    en: 'This account is in a team of the edition and cannot judge in it.',
  },
  'email-held': { zh: '此邮箱已有另一个账号。', en: 'Another account has this address.' },
  'email-unchanged': { zh: '这就是现在的邮箱。', en: 'This is the address as it stands.' },
  'judge-standing': { zh: '此人已是本届评委。', en: 'This person is a judge of the edition already.' },
  'years-invalid': { zh: '年份须写作 2019-2023。', en: 'Years are written like 2019-2023.' },
  'employer-duplicated': { zh: '“{name}”重复。', en: '“{name}” stands twice.' },
  'judge-role-ended': {
    zh: '此人的评委角色已被收回，只有安全管理员能再授予。',
    en: 'This person’s role as judge was taken back; only the security administrator gives it again.',
  },
  'account-disabled': { zh: '此邮箱的账号已停用。', en: 'The account of this address is disabled.' },
  'account-is-administrator': {
    zh: '管理员账号不能担任评委。',
    en: 'An administrator’s account cannot be a judge’s.',
  },
  'account-demo-mismatch': {
    zh: '演示账号只能担任演示赛事的评委，其他账号只能担任正式赛事的评委。',
    en: 'A demo account judges in demo editions alone, any other account only in the others.',
  },
  'lead-fixed': {
    zh: '导入不更换团队负责人，请在“团队”中移交。',
    en: 'An import changes no team lead: that is a transfer under Team.',
  },
  'contacts-withheld': {
    zh: '{name}已撤回存储同意，不能导入其电话、邮箱和拉丁字母姓名，请将此处留空。',
    en: '{name} has withdrawn the consent to storage: no phone, e-mail or Latin name can be imported. Leave it empty.',
  },
  'translation-not-by-team': {
    zh: '只有团队自己填写的译文可以标为“团队”，导入的译文请填“办公室”或“机器”。',
    en: 'Only what a team wrote here itself can be marked as its own: for a new wording put Office or Machine.',
  },
  'entry-unknown': { zh: '没有此外部编号的项目。', en: 'No entry has this external key.' },
  'column-missing': { zh: '须有一列是：{choicesZh}', en: 'One column has to be: {choicesEn}' },
  'column-duplicated': { zh: '两列指定为同一项。', en: 'Two columns are taken for the same thing.' },
  'member-has-joined': {
    zh: '{name}已用账号加入团队，请先在“团队”中移除其账号，再从名单中删除。',
    en: '{name} has joined the team with an account: remove it under Team first.',
  },
  'lead-by-transfer': {
    zh: '该成员已用账号加入，请在“团队”中移交负责人。',
    en: 'This member has joined with an account: make them the lead by a transfer under Team.',
  },
  'latin-letters-expected': {
    zh: '请用拉丁字母书写，例如护照上的姓名。',
    en: 'Latin letters are expected here, as in a passport.',
  },
  'wording-outdated': {
    zh: '说明文字已更新，请重新载入页面，阅读后再确认。',
    en: 'The wording has changed; load the page again and read it before you agree.',
  },
  'consent-needed': {
    zh: '没有这项同意，就不能为您设立账号。',
    en: 'Without this no account can be made for you.',
  },
  'time-past': { zh: '须为将来的时间。', en: 'The time has to lie in the future.' },
  'extension-not-longer': {
    zh: '须晚于现有的截止时间：已给的时间不收回。',
    en: 'It has to be later than the deadline that stands: time once given is not taken back.',
  },
  'extension-too-long': { zh: '最多延长至 {days} 天后。', en: 'At most {days} days from now.' },
  ...assignmentFieldProblemTexts,
  ...drawFieldProblemTexts,
};
