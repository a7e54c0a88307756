import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join(import.meta.dirname, '..', '..', 'apps', 'web', 'src', 'locales');

/** Every text by its dotted key; the endings that plurals need differ by language and are left off. */
function texts(language: string, file: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      const name = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'string') found.set(name.replace(/_(one|other)$/, ''), value);
      else walk(value as object, name);
    }
  };
  walk(JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as object, '');
  return found;
}

const filesOf = (language: string) => readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'));
const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort(byCodePoint);
/** The unit of a bare count: English says it in the label. */
const mayBeEmpty = /^figure\.\w+\.unit$/;

describe('the texts of the pages', () => {
  it('stand in the same files in both languages', () => {
    expect(filesOf('zh')).toEqual(filesOf('en'));
  });

  it.each(filesOf('zh'))('%s has every key in Chinese and in English, with the same placeholders', (file) => {
    const [zh, en] = [texts('zh', file), texts('en', file)];
    expect([...zh.keys()].sort(byCodePoint)).toEqual([...en.keys()].sort(byCodePoint));
    for (const [key, text] of zh) {
      expect({ key, placeholders: placeholders(en.get(key) ?? '') }).toEqual({ key, placeholders: placeholders(text) });
      if (mayBeEmpty.test(key)) continue;
      expect({ key, isMissing: text === '' || en.get(key) === '' }).toEqual({ key, isMissing: false });
    }
  });
});
