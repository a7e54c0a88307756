import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { answerFields } from '#identity';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).map((path) => ({
  path,
  text: path.endsWith('.ts') && !path.endsWith('.spec.ts') ? readFileSync(join(import.meta.dirname, path), 'utf8') : '',
}));
const source = (end: string) => files.filter(({ path }) => path.endsWith(end));
/** Objects that tell of teams or judges; bytes are not built of an object. */
const objects = Object.keys(answerFields).filter((name) => name.endsWith('Dto'));

/*
 * What a viewer is told is built in one place for each object: its presenter, `from` (or `of`, where it builds on another
 * object's) of its class. The visibility matrix (libs/identity/src/visibility) says what may stand in it.
 */
describe('an object that tells of teams or judges', () => {
  it.each(objects)('%s has one presenter', (name) => {
    const classes = source('.dto.ts').flatMap(({ path, text }) => {
      const body = new RegExp(`class ${name}\\b[\\s\\S]*?\\n}\\n`).exec(text)?.[0];
      return body === undefined ? [] : [{ path, presents: [...body.matchAll(/\n {2}static (from|of)\(/g)].length }];
    });
    expect(classes.map(({ presents }) => presents)).toEqual([1]);
  });

  it('is answered by its presenter alone', () => {
    const builtElsewhere = [...source('.controller.ts'), ...source('.view.ts')].flatMap(({ path, text }) =>
      [...text.matchAll(/\): (?:Promise<)?(\w+Dto)>? \{\n([\s\S]*?)\n {2}\}\n/g)]
        .filter(([, name = '', body = '']) => {
          const isPresented = new RegExp(`return [^;]*(${name}\\.(from|of)\\(|this\\.view\\.)`).test(body);
          return objects.includes(name) && !isPresented && !/return this\.of\(/.test(body);
        })
        .map(([, name]) => `${path}: ${name}`),
    );
    expect(builtElsewhere).toEqual([]);
  });
});
