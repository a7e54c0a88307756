/** What is wrong with a draw as it was written down; details as in `fieldProblemTexts`. */
export const drawFieldProblemTexts = {
  'draw-member-unknown': {
    zh: '第 {line} 行：抽取范围内没有此人或此项目。',
    en: 'Line {line}: this is nobody, and no entry, of the pool.',
  },
  'draw-member-twice': { zh: '第 {line} 行：重复出现。', en: 'Line {line}: it stands twice.' },
  'draw-member-excluded': {
    zh: '第 {line} 行：须回避或不能到场，不得抽取。',
    en: 'Line {line}: excluded from the draw for a conflict of interest or absence.',
  },
  'draw-outcome-wrong': {
    zh: '第 {line} 行：此类结果不属于本次抽取。',
    en: 'Line {line}: this draw has no such outcome.',
  },
  'draw-place-expected': {
    zh: '第 {line} 行：须写明序号（从 1 起的整数）。',
    en: 'Line {line}: a place is expected, a whole number from 1.',
  },
  'draw-place-twice': {
    zh: '第 {line} 行：序号 {place} 已用于另一行。',
    en: 'Line {line}: place {place} is taken by another line.',
  },
  'draw-place-beyond': {
    zh: '第 {line} 行：序号 {place} 超出 {most}，序号应从 1 起连续。',
    en: 'Line {line}: place {place} is beyond {most}; places run from 1 without a gap.',
  },
  'draw-panel-unknown': { zh: '第 {line} 行：没有这个评审组。', en: 'Line {line}: there is no such panel.' },
  'draw-members-missing': {
    zh: '还有 {count} 个未写明结果，第一个是 {first}。',
    en: 'No outcome is given for {count} of the pool, the first of them {first}.',
  },
  'draw-count-differs': {
    zh: '应抽 {seats} 名评委、至多 {reserves} 名备选，写明的是 {drawn} 名和 {kept} 名。',
    en: '{seats} judges and at most {reserves} substitutes are to be drawn; {drawn} and {kept} are given.',
  },
  'draw-kind-short': {
    zh: '某类评委至少 {atLeast} 名，只有 {drawn} 名。',
    en: 'Of one kind of judge at least {atLeast} are wanted; there are {drawn}.',
  },
  'draw-employer-full': {
    zh: '第 {line} 行：同一单位至多 {most} 名。',
    en: 'Line {line}: at most {most} may come from one employer.',
  },
  'draw-pool-short': {
    zh: '抽取范围内可用的只有 {count} 个，不足 {wanted} 个。',
    en: 'Only {count} of the pool can be drawn, fewer than {wanted}.',
  },
  'draw-kinds-exceed-seats': {
    zh: '各类评委的最少人数之和超过评委人数。',
    en: 'The kinds together want more judges than there are seats.',
  },
  'draw-panels-missing': {
    zh: '本阶段没有评审组，无从分组。',
    en: 'The stage has no panels to spread anybody over.',
  },
  'draw-seed-soon': {
    zh: '种子公布时间至少须在 {minutes} 分钟之后，以免有人已经知道。',
    en: 'The seed may become known in {minutes} minutes at the earliest: nobody may know it yet.',
  },
  'draw-file-refused': {
    zh: '文件内容与扩展名不符、已加密、损坏或含可执行内容，请另存后重传。',
    en: 'The content is not what its name says, or it is encrypted, damaged or holds something that acts. Save it anew.',
  },
  'time-future': { zh: '不能晚于现在。', en: 'The time may not lie in the future.' },
} as const;
