import { describe, expect, it } from '@jest/globals';
import { composeLetter, type Letter } from './compose-letter.js';
import { renderMessage } from './render-message.js';
import { exampleVersion } from './templates/entry-facts.js';

const letter = (changes: Partial<Letter> = {}, title = '一种材料'): Letter => ({
  ...{ publicId: '7d1f2c44-0a5b-4c1e-9d64-3a8e1b7c9f10', round: 1, address: 'lead@example.org', name: '某人' },
  ...{ locale: 'zh', link: '/entries/1', texts: renderMessage('entry-submitted', { ...exampleVersion, title }).texts },
  ...changes,
});
const origin = 'https://judging.example.org';

describe('the mail of a message', () => {
  it('is bilingual, the recipient’s language first, each with the address of the page', () => {
    const zh = composeLetter(letter(), origin);
    const en = composeLetter(letter({ locale: 'en' }), origin);
    expect(zh.subject).toMatch(/^报名已提交.+ \/ Entry no\. 27/);
    expect(en.subject).toMatch(/^Entry no\. 27.+ \/ 报名已提交/);
    expect(en.text.indexOf('Hello')).toBeLessThan(en.text.indexOf('您好'));
    for (const { text, html } of [zh, en]) {
      expect(text.match(/https:\/\/judging\.example\.org\/entries\/1/g)).toHaveLength(2);
      expect(html.match(/<a href="https:\/\/judging\.example\.org\/entries\/1">/g)).toHaveLength(2);
    }
  });

  it('keeps its Message-ID at each attempt and changes it when it is sent again on purpose', () => {
    const { messageId } = composeLetter(letter(), origin);
    expect(messageId).toBe('<7d1f2c44-0a5b-4c1e-9d64-3a8e1b7c9f10.1@judging.example.org>');
    expect(composeLetter(letter({ round: 2 }), origin).messageId).not.toBe(messageId);
  });

  it('escapes whatever was typed', () => {
    const { html } = composeLetter(letter({}, `<img src=x onerror="alert('1')">&`), origin);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;');
  });

  it('lets no name and no subject begin another header', () => {
    const { to, subject } = composeLetter(
      letter({ name: 'A\r\nBcc: b@example.org' }, 'T\r\nBcc: c@example.org'),
      origin,
    );
    expect([to.name, subject].join('')).not.toMatch(/[\r\n]/);
  });
});
