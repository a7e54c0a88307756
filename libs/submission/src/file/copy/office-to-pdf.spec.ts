import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { document } from '../../../../../test/builders/office-files.js';
import { until } from '../../../../../test/builders/until.js';
import { findOffice, officeToPdf } from './office-to-pdf.js';
import { InterruptedError } from './page-source.js';
import { openPdf } from './pdf-source.js';

jest.setTimeout(180_000);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-office-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function docx(): { path: string; type: 'docx'; folder: string } {
  const path = join(folder, 'file.docx');
  writeFileSync(path, document(['A quiet pump']));
  return { path, type: 'docx', folder };
}

/** A program in place of LibreOffice, which leaves its number in `pid`. */
function program(script: string): string {
  const path = join(folder, 'office');
  writeFileSync(path, `#!/bin/sh\necho $$ > pid\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

const office = await findOffice(process.env.OFFICE_PROGRAM ?? 'soffice');
if (office === null) console.warn('Left out: a document as LibreOffice shows it. There is none on this machine.');

describe('LibreOffice', () => {
  (office === null ? it.skip : it)('makes a PDF of a document, with its words on its page', async () => {
    const source = await openPdf(await officeToPdf(office ?? '', docx()));
    const page = await source.page(1);
    await source.close();
    expect([source.pageCount, page.content.trim()]).toEqual([1, 'A quiet pump']);
  });
});

describe('a program in its place', () => {
  it.each([
    ['fails', 'exit 1'],
    ['crashes', 'kill -SEGV $$'],
    ['says that it is done, and has made nothing', 'exit 0'],
  ])('that %s leaves the document without a viewing copy', async (_, script) => {
    await expect(officeToPdf(program(script), docx())).rejects.toMatchObject({ fault: 'broken' });
  });

  it.each([
    ['is killed', 'kill -9 $$'],
    ['is ended with its group', 'kill -TERM $$'],
    ['has started what is killed', 'sh -c "kill -9 \\$\\$"; exit $?'],
  ])('that %s says nothing of the document', async (_, script) => {
    await expect(officeToPdf(program(script), docx())).rejects.toThrow(InterruptedError);
  });

  it('that hangs is ended, with all that it has started', async () => {
    const hung = officeToPdf(program('sleep 600 & echo $! > child; wait'), docx(), 1_000);
    await expect(hung).rejects.toMatchObject({ fault: 'too-heavy' });
    const started = ['pid', 'child'].map((name) => Number(readFileSync(join(folder, name), 'utf8')));
    await until(() => Promise.resolve(!started.some(isAlive)), 10_000);
  });

  it('that writes what is no PDF leaves the document without one', async () => {
    const path = await officeToPdf(program('echo nothing > file.pdf'), docx());
    await expect(openPdf(path)).rejects.toMatchObject({ fault: 'broken' });
  });

  it('learns nothing of our environment', async () => {
    process.env.SECRET_OF_OURS = 'canary';
    await expect(officeToPdf(program('env > seen; exit 1'), docx())).rejects.toThrow();
    delete process.env.SECRET_OF_OURS;
    expect(readFileSync(join(folder, 'seen'), 'utf8')).not.toContain('canary');
  });
});
