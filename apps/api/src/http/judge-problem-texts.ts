/** What a reader is told of refusals about judges and the roster they stand on. */
export const judgeProblemTexts = {
  'judge-not-on-roster': {
    zh: '您不在本届已批准的评委名单上。名单由第二人批准后，才能打开项目和评分。',
    en: 'You are not on the approved roster of judges. Entries open once a second person has approved it.',
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
} as const;
