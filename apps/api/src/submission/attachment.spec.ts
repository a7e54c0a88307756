import { describe, expect, it } from '@jest/globals';
import { attachmentOf } from './attachment.js';

describe('the name under which a file is saved', () => {
  it.each([
    ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
    ['商业𠮷.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%E5%95%86%E4%B8%9A%F0%A0%AE%B7.pdf`],
    ['a"b\\c%.pdf', `attachment; filename="a_b_c_.pdf"; filename*=UTF-8''a%22b%5Cc%25.pdf`],
    ["it's (1)*.pdf", `attachment; filename="it's (1)*.pdf"; filename*=UTF-8''it%27s%20%281%29%2A.pdf`],
  ])('%s', (name, header) => {
    expect(attachmentOf(name)).toBe(header);
  });
});
