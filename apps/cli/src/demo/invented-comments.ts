import type { StageRules } from '#domain';
import type { SheetComments } from '#domain/rubric/score-sheet';
import type { PlannedJudge } from './plan-judges.js';
import type { Random } from './random.js';

type Language = SheetComments['language'];

/** Part of the sheets that say something: an optional field stays empty more often than not. */
const commentedShare = 0.35;

/** Behind every comment: it is on a thing that cannot be, by nobody. */
const mark: Readonly<Record<Language, string>> = { zh: '（演示数据）', en: ' (demo data)' };

/** Of entries that stand above the mean of their panel. */
const praise: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '思路清楚，指标可以复测，建议进入下一轮。',
    '技术路线完整，用户反馈有说服力。',
    '数据翔实，对比了现有做法，优势明确。',
    '团队对成本和工期估计务实。',
  ],
  en: [
    'Clearly argued; the figures could be measured again. I would hear this team in the next round.',
    'A complete line of work, and what users say is convincing.',
    'Well documented, and honestly compared with what exists.',
    'Costs and timetable are estimated soberly.',
  ],
};

/** Of the others. */
const doubt: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '想法新颖，但缺少第三方检测数据。',
    '市场规模的推算依据不足，请补充来源。',
    '样机尚未在实际工况下验证。',
    '与同类方案的差别没有说清楚。',
  ],
  en: [
    'A fresh idea, but no test by a third party.',
    'The size of the market is asserted rather than shown.',
    'The prototype has not yet run under working conditions.',
    'It does not become clear what sets this apart from similar work.',
  ],
};

/**
 * What a judge says of an entry as a whole, or nothing, and never anything where the stage does not ask for it.
 *
 * @param merit points of a hundred above the mean of the entry's panel
 */
export function inventedComments(
  random: Random,
  rules: StageRules,
  { language }: PlannedJudge,
  merit: number,
): SheetComments | null {
  if (rules.comments?.overall === undefined || !random.chance(commentedShare)) return null;
  const texts = (merit >= 0 ? praise : doubt)[language];
  return { language, overall: `${random.pick(texts)}${mark[language]}` };
}
