/** What a reader is told of refusals about calibration entries (试评). */
export const calibrationProblemTexts = {
  'calibration-begun': {
    zh: '本阶段已有评委提交评分，试评项目不能再改动。',
    en: 'Judges have submitted scores in this stage: its calibration entries stay as they are.',
  },
  'calibration-full': { zh: '最多可设 {limit} 个试评项目。', en: 'There may be {limit} calibration entries at most.' },
  'calibration-of-stage': {
    zh: '项目 {entry}：同一个项目在一个阶段内不能既正式评分又作试评，请另选项目。',
    en: 'Entry {entry}: in one stage an entry is either judged or used for calibration, not both. Choose another one.',
  },
  'calibration-twice': { zh: '该项目已是试评项目。', en: 'This entry is a calibration entry already.' },
  'calibration-submitted': {
    zh: '您已提交过这个项目的试评，参考分已显示，不能再改。',
    en: 'You have submitted these calibration scores already and have seen the reference: they stay as they are.',
  },
  'calibration-first': {
    zh: '请先完成本阶段的试评项目，再提交正式评分。您的评分没有丢失。',
    en: 'Please score the calibration entries of this stage first, then submit. Your scores are kept.',
  },
} as const;
