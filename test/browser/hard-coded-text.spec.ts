import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const folder = join(import.meta.dirname, '..', '..', 'apps', 'web', 'src');

/** Attributes that people read or hear. */
const spoken = new Set(['aria-label', 'title', 'alt', 'placeholder', 'label', 'text', 'caption', 'content']);
const han = /\p{Script=Han}/u;
const words = /\p{L}{2}/u;

/** What a person would read in this file without its having come from a locale file. */
function hardCoded(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && words.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (spoken.has(node.name.getText(file)) && words.test(node.initializer.text)) found.push(node.initializer.text);
    }
    if (ts.isStringLiteralLike(node) && han.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Separators of what people type, not texts that they read. */
const notTexts = new Set(['，', '、']);

describe('the pages', () => {
  it('say nothing that does not stand in a locale file', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /(?<!\.spec)\.tsx?$/.test(name),
    );
    expect(files.length).toBeGreaterThan(50);
    const found = files.flatMap((name) =>
      hardCoded(name, readFileSync(join(folder, name), 'utf8'))
        .filter((text) => !notTexts.has(text))
        .map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('would be caught if they did', () => {
    const source = '<p aria-label="Close">Hello there{"你好"}</p>';
    expect(hardCoded('x.tsx', source)).toEqual(['Close', 'Hello there', '你好']);
  });
});
