/** Why a field of a score sheet is refused; details as in `fieldProblemTexts`. */
export const sheetProblemCodes = [
  'scores-not-an-object',
  'score-not-a-decimal-string',
  'score-out-of-range',
  'score-off-step',
  'score-missing',
  'criterion-unknown',
  'deduction-not-allowed',
  'deduction-not-a-decimal-string',
  'deduction-out-of-range',
  'deduction-off-step',
  'deduction-reason-missing',
  'comments-not-an-object',
  'comment-not-a-text',
  'comment-not-allowed',
  'comment-too-long',
  'comment-missing',
  'comment-language-missing',
  'signature-missing',
  'signature-not-allowed',
  'signature-invalid',
] as const;

type SheetProblemCode = (typeof sheetProblemCodes)[number];

export const sheetProblemTexts: Readonly<Record<SheetProblemCode, { readonly zh: string; readonly en: string }>> = {
  'scores-not-an-object': { zh: '评分须为“指标：分数”的对象。', en: 'Scores are an object of criterion and score.' },
  'score-not-a-decimal-string': { zh: '分数须为十进制数字符串。', en: 'A score is a decimal number in a string.' },
  'score-out-of-range': { zh: '分数超出范围。', en: 'The score is out of range.' },
  'score-off-step': { zh: '分数不符合最小分差。', en: 'The score does not fit the step.' },
  'score-missing': { zh: '缺少此项评分。', en: 'The score of this criterion is missing.' },
  'criterion-unknown': { zh: '没有这项评审指标。', en: 'There is no such criterion.' },
  'deduction-not-allowed': { zh: '规则不设扣分。', en: 'The rules know no deduction.' },
  'deduction-not-a-decimal-string': {
    zh: '扣分须为十进制数字符串。',
    en: 'A deduction is a decimal number in a string.',
  },
  'deduction-out-of-range': { zh: '扣分超出范围。', en: 'The deduction is out of range.' },
  'deduction-off-step': { zh: '扣分不符合最小分差。', en: 'The deduction does not fit the step.' },
  'deduction-reason-missing': { zh: '扣分须写明理由。', en: 'A deduction needs its reason.' },
  'comments-not-an-object': {
    zh: '评语须为“字段：文字”的对象。',
    en: 'Comments are an object of field and text.',
  },
  'comment-not-a-text': { zh: '评语须为文字。', en: 'A comment is a text.' },
  'comment-not-allowed': { zh: '规则不设这项评语。', en: 'The rules know no such comment.' },
  'comment-too-long': { zh: '评语最多 {maximum} 字。', en: 'A comment has at most {maximum} characters.' },
  'comment-missing': { zh: '缺少此项评语。', en: 'This comment is missing.' },
  'signature-missing': { zh: '须签名后提交。', en: 'A signature is needed to submit.' },
  'signature-not-allowed': { zh: '规则不设屏幕签名。', en: 'The rules know no signature on the screen.' },
  'signature-invalid': { zh: '签名无法识别，请重新签名。', en: 'The signature cannot be read. Please sign again.' },
  'comment-language-missing': { zh: '须注明评语的语言：zh 或 en。', en: 'The language of the comments is zh or en.' },
};
