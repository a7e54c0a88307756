import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import * as domain from '#domain';

const readme = readFileSync(new URL('../../libs/domain/README.md', import.meta.url), 'utf8');

interface Statement {
  /** The figure it is an example of; '' before the first. */
  readonly figure: string;
  readonly code: string;
  /** As JSON; null for code behind the last statement whose value is told. */
  readonly told: string | null;
}

/** The `js` blocks of a document as one program, cut where a value is told. */
function statementsOf(document: string): Statement[] {
  const blocks = [...document.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code]) => code ?? '');
  const statements: Statement[] = [];
  let [figure, code] = ['', ''];
  for (const line of blocks.flatMap((block) => block.split('\n'))) {
    const told = /^\/\/ → (.*)$/.exec(line)?.[1];
    if (told !== undefined) {
      statements.push({ figure, code, told });
      code = '';
      continue;
    }
    const title = /^\/\/ (.*)$/.exec(line)?.[1];
    if (title !== undefined && figures.has(title)) figure = title;
    code += `${line}\n`;
  }
  return [...statements, { figure, code, told: null }];
}

/** First cells of the tables that define figures, without their marks. */
function figuresOf(document: string): Set<string> {
  const tables = document.split(/\n\n+/).filter((part) => /^\| figure \| (formula|definition|how) \|/m.test(part));
  return new Set(
    tables.flatMap((table) =>
      table
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(1)
        .map((line) => line.slice(2, line.indexOf(' | ')).replaceAll('`', ''))
        .filter((cell) => !/^-+$/.test(cell)),
    ),
  );
}

const figures = new Set([...figuresOf(readme), 'affinity']);

/** Numbers at 6 decimals; what JSON does not know as its name. */
function shown(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'number') return part;
    return Number.isFinite(part) ? Number(part.toFixed(6)) + 0 : String(part);
  });
  return JSON.parse(text) as unknown;
}

describe('the worked examples in the README of libs/domain', () => {
  const context = createContext({ ...domain });
  const results = statementsOf(readme).map(({ figure, code, told }) => {
    try {
      return { figure, told, value: runInContext(code, context) as unknown };
    } catch (error) {
      return { figure, told, value: `${String(error)} in ${code}` };
    }
  });

  it('run to their end', () => {
    expect(results.at(-1)?.value).toBeUndefined();
  });

  it.each([...figures])('show %s', (figure) => {
    const own = results.filter((result) => result.figure === figure && result.told !== null);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ value }) => shown(value))).toEqual(own.map(({ told }) => JSON.parse(told ?? '') as unknown));
  });

  it('are of every figure, none left out', () => {
    expect(figures.size).toBeGreaterThan(75);
  });
});
