/** What a reader is told of refusals about draws (抽签, 专家抽取). */
export const drawProblemTexts = {
  'draw-open': {
    zh: '同一范围内还有一次抽取未结束，请先确认或撤回。',
    en: 'A draw of the same scope is not ended yet. Confirm it or take it back first.',
  },
  'draw-begun': {
    zh: '所涉项目的评审已经开始，不能再抽取。',
    en: 'Judging of what the draw concerns has begun: nothing is drawn any more.',
  },
  'draw-ended': {
    zh: '该抽取已不在此步骤，可能已被他人确认或撤回。请刷新页面。',
    en: 'The draw is no longer at this step; somebody may have confirmed it or taken it back. Please reload.',
  },
  'draw-seed-early': {
    zh: '抽取种子的公布时间未到，不能提前录入。',
    en: 'The seed cannot be known yet: it is taken from the moment on that was fixed before the draw.',
  },
  'draw-evidence-missing': {
    zh: '现场抽取须先上传录像或扫描件，才能确认。',
    en: 'A draw by hand is confirmed once a video or scan of it is there.',
  },
  'draw-seat-standing': {
    zh: '该评委仍可履职，无须递补。确有变动的，请先在评委名单中登记。',
    en: 'This judge can still judge, so nobody is called. Register first, in the list of judges, what has changed.',
  },
  'draw-reserves-used': {
    zh: '备选评委已全部递补或不能到场。请重新抽取，或手工分配。',
    en: 'No substitute judge is left who could be called. Draw anew, or assign by hand.',
  },
  'draw-seats-short': {
    zh: '应抽 {wanted} 名评委，因同一单位人数限制只抽出 {drawn} 名。请撤回，放宽规则或扩大范围后重新抽取。',
    en: '{wanted} judges were to be drawn, and the limit per employer left {drawn}. Take the draw back, and draw anew with wider rules or a larger pool.',
  },
  'draw-pool-changed': {
    zh: '固定范围之后，参赛项目或其所在评审组有变动，本次抽取不能生效。请撤回后重新抽取。',
    en: 'Entries or their panels have changed since the pool was fixed. Take the draw back and draw anew.',
  },
} as const;
