import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scoringMethodKeys } from '#domain';
import { runTallyCommand } from '../../../../test/builders/tally-command.js';
import { workbook } from '../../../../test/builders/workbook.js';
import { tallyExamples } from './tally-examples.js';

let folder = '';
const judges = ['Ma', 'Li', 'Wu', 'Xu'];
const entries = ['火星车', '水下臂', '蜂群'];
/** A score that no two entries share with every judge. */
const scoreOf = (entry: number, judge: number, criterion: number) =>
  70 + ((entry * 7 + judge * 11 + criterion * 5) % 17);

const rows = entries.flatMap((entry, e) =>
  judges.flatMap((judge, j) => ['Idea', 'Market'].map((name, c) => `${entry},${judge},${name},${scoreOf(e, j, c)}`)),
);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-examples-'));
  writeFileSync(join(folder, 'scores.csv'), ['entry,judge,criterion,score', ...rows].join('\n'));
  writeFileSync(
    join(folder, 'sheet.xlsx'),
    workbook({
      决赛: [
        ['项目', '评委1', '评委2', '评委3', '评委4'],
        ...entries.map((entry, e) => [entry, ...judges.map((_, j) => scoreOf(e, j, 0))]),
      ],
    }),
  );
  writeFileSync(join(folder, 'pairs.csv'), 'winner,loser,count\nA,B,3\nB,A,1\nB,C,2.5\nC,B,0.5\nC,A,1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The words of a shell's line, without its quotes. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

describe('the examples of leitai tally --help', () => {
  it.each(tallyExamples.map(({ words }) => words))('%s', async (line) => {
    const [file = '', ...words] = wordsOf(line);
    const { out, err, code } = await runTallyCommand([join(folder, file), ...words]);
    expect({ code, err: err.replace(/^warning: .*\n/gm, '') }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/火星车|"A"/);
  });

  it('show each method, and stand in the help', async () => {
    const { out, code } = await runTallyCommand(['--help']);
    expect(code).toBe(0);
    for (const method of scoringMethodKeys.filter((key) => key !== 'mean')) {
      expect(out).toMatch(new RegExp(` --method ${method}[ \n]`));
    }
    for (const { words } of tallyExamples) expect(out).toContain(`leitai tally ${words}\n`);
  });
});
