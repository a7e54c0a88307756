import { describe, expect, it } from '@jest/globals';
import { analysisWithheldTexts } from '#domain/analysis/analysis-withheld-texts';
import { withheldSentence } from './withheld-sentence.js';

describe('why a figure is not shown', () => {
  it('names the floor and what there is', () => {
    const withheld = { reason: 'too-few-entries', needed: 10, present: 6 };
    expect(withheldSentence(withheld, 'en')).toMatch(/^Withheld: 6 entries, .* at least 10\b/);
    expect(withheldSentence(withheld, 'zh')).toContain('6');
  });

  it('leaves no placeholder in any sentence', () => {
    for (const reason of Object.keys(analysisWithheldTexts)) {
      for (const locale of ['zh', 'en'] as const) {
        expect(withheldSentence({ reason, needed: 3, present: 2 }, locale)).not.toMatch(/[{}]/);
      }
    }
  });

  it('is its code where the page does not know it', () => {
    expect(withheldSentence({ reason: 'quite-new', needed: null, present: null }, 'en')).toBe('quite-new');
  });
});
