import { describe, expect, it } from '@jest/globals';
import type { StageRules } from '#domain';
import { commentProblems } from '#domain/rubric/comment-problems';
import { stageRules } from '../../../../test/builders/judging-stage.js';
import { demoEditions, type EditionSpecification } from './edition-specification.js';
import { editionTemplate } from './edition-template.js';
import { inventedComments } from './invented-comments.js';
import type { PlannedJudge } from './plan-judges.js';
import { Random } from './random.js';

const stages = editionTemplate(demoEditions[0] as EditionSpecification, new Date(0)).stages;
const rulesOf = (kind: string): StageRules => ({
  ...stageRules(),
  comments: stages.find((stage) => stage.kind === kind)?.rules.comments,
});
const judge = (language: 'zh' | 'en'): PlannedJudge => ({
  ...{ email: '', displayName: '', kind: 'technology', language, severity: 0, isConstant: false, isLate: false },
});

describe('the comments that the demo invents', () => {
  it.each([
    ['zh', /[一-龥].*（演示数据）$/],
    ['en', /^[A-Z][^一-龥]* \(demo data\)$/],
  ] as const)('are in the judge’s language, %s, marked, and such as the stage takes', (language, shape) => {
    const random = new Random('comments');
    const rules = rulesOf('online-review');
    const said = Array.from({ length: 200 }, (_, index) =>
      inventedComments(random, rules, judge(language), index - 100),
    ).flatMap((comments) => comments ?? []);
    expect(said.length).toBeGreaterThan(40);
    expect(said.length).toBeLessThan(100);
    for (const comments of said) {
      expect(comments).toEqual({ language, overall: expect.stringMatching(shape) });
      expect(commentProblems(rules, { scores: {}, comments }, 'submit')).toEqual([]);
    }
  });

  it('are none where the stage does not ask for any', () => {
    const random = new Random('final');
    expect(Array.from({ length: 50 }, () => inventedComments(random, rulesOf('final'), judge('zh'), 1))).toEqual(
      Array.from({ length: 50 }, () => null),
    );
  });
});
