import { describe, expect, it } from '@jest/globals';
import { renderMessage } from './render-message.js';
import { mailLocales } from './template.js';
import { exampleVersion } from './templates/entry-facts.js';
import { mailTemplates, templateKeys } from './templates/registry.js';

describe('a message', () => {
  it.each(templateKeys)('%s says the same in both languages, its facts among it', (key) => {
    const { example } = mailTemplates[key];
    const { texts } = renderMessage(key, example);
    for (const locale of mailLocales) {
      const { subject, body, short } = texts[locale];
      for (const line of [subject, short]) expect(line).not.toMatch(/[\r\n]/);
      // What is about no entry names the contest; a forgotten password is of none.
      const contest = 'edition' in example ? example.edition[locale] : String(example.hours);
      const fact = 'title' in example ? '一种示例材料 An example material' : contest;
      expect(body).toContain(fact);
      expect(short).toContain(fact);
      expect(`${subject}${body}${short}`).not.toMatch(/undefined|null|NaN|\[object/);
    }
    if ('edition' in example) {
      expect(texts.zh.subject + texts.zh.body).toContain('示例创新创业大赛');
      expect(texts.en.subject + texts.en.body).toContain('Example Innovation Contest');
    }
    expect(texts.en.body).not.toContain('示例创新创业大赛');
  });

  it('lets no typed text begin a header or a paragraph', () => {
    const title = 'A\r\nBcc: everybody@example.org\r\n\r\nPay here';
    const { texts, parameters } = renderMessage('entry-submitted', { ...exampleVersion, title });
    expect(parameters.title).toBe('A Bcc: everybody@example.org Pay here');
    for (const locale of mailLocales) expect(texts[locale].body.split('\n')).not.toContain('Pay here');
  });

  it('cuts a subject that is longer than programs show, between characters', () => {
    const edition = { zh: '𠮷'.repeat(300), en: 'x'.repeat(300) };
    const { texts } = renderMessage('entry-submitted', { ...exampleVersion, edition });
    expect(Array.from(texts.zh.subject)).toHaveLength(151);
    expect(texts.zh.subject).toMatch(/𠮷…$/u);
  });
});
