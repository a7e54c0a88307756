/** Sentences for what is refused in the eligibility check, in due diligence and where an entry comes in directly. */
export const eligibilityProblemTexts = {
  'eligibility-settled': {
    zh: '该项目已进入评审阶段，形式审查结论不能再改。',
    en: 'The entry stands in a stage already, so its eligibility check is settled.',
  },
  'eligibility-unchanged': {
    zh: '该项目的形式审查结论已是如此。',
    en: 'The eligibility check says so already.',
  },
  'eligibility-refused': {
    zh: '有 {refused} 个项目不能这样处理，因此全部未执行。请重新预览。',
    en: '{refused} of the entries cannot be decided so, hence nothing was done. Preview it again.',
  },
  'correction-running': {
    zh: '补正期限未到，期间不能判为不通过。',
    en: 'The team may still correct the entry; until then it cannot fail.',
  },
  'correction-time-over': {
    zh: '补正期限已过，不能再修改。如有疑问，请联系组委会办公室。',
    en: 'The time for the correction is over, so the entry can no longer be changed. Please write to the committee’s office.',
  },
  'copy-just-failed': {
    zh: '这个文件刚刚生成失败，请在一分钟后重试。',
    en: 'The pages of this file failed just now: try again in a minute.',
  },
  'copy-not-failed': {
    zh: '重试不会改变结果：该文件的页面没有生成失败，或失败的原因在文件本身。',
    en: 'Trying again would change nothing: the pages of this file have not failed, or the file itself is the reason.',
  },
  'duplicate-marked': {
    zh: '已有人对这两个项目作出结论，请刷新后查看。',
    en: 'Somebody has given a verdict on these two entries already: load the page anew to see it.',
  },
  'entry-in-stage': { zh: '该项目已在这个评审阶段中。', en: 'The entry stands in this stage already.' },
  'due-diligence-decided': {
    zh: '这份尽职调查已有结论，不能再改。',
    en: 'This due diligence has been decided and cannot be changed.',
  },
  'due-diligence-proposed': {
    zh: '已有人提出按退赛处理，等待另一人批准；要继续调查，请先撤回该提议。',
    en: 'A refusal has been proposed and awaits another person; take it back to go on with the case.',
  },
  'due-diligence-not-proposed': {
    zh: '没有待批准的退赛提议，可能已被撤回。',
    en: 'No refusal awaits approval; it may have been taken back.',
  },
  'due-diligence-unneeded': {
    zh: '该阶段的项目都已开始尽职调查，或没有项目。',
    en: 'Every entry of the stage has its due diligence, or there is none in it.',
  },
  'direct-entry-used': {
    zh: '已有评委分到该项目，不能撤销直通。可按退赛处理。',
    en: 'Judges are assigned to the entry, so its direct entry cannot be undone. It can still retire.',
  },
  'not-eligible': {
    zh: '该项目尚未通过形式审查。',
    en: 'The entry has not passed the eligibility check.',
  },
} as const;
