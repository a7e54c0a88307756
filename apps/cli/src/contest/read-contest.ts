import { readFile } from 'node:fs/promises';
// Not through the lib's index: reading a file needs no database, and nobody should wait for what it loads.
import { readTemplate } from '#contest/template/read-template';
import { problemLine } from '#contest/template/template-problem';
import { terminalLocale } from '#config/process-environment';
import { complain } from './complain.js';
import type { ContestApplyFlags } from './contest-apply-flags.js';

const refused = 1;

/**
 * Reads and checks a template, and applies it unless only the check was asked for; the exit status. Problems go to
 * standard error, one a line.
 */
export async function readContest(file: string, flags: ContestApplyFlags): Promise<number> {
  const language = flags.language ?? terminalLocale();
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    complain(`${file}: ${error.code ?? error.message}`);
    return undefined;
  });
  if (text === undefined) return refused;
  const { template, problems } = readTemplate(text);
  if (!template) {
    for (const problem of problems) complain(problemLine(file, problem, language));
    return refused;
  }
  if (flags.check) return 0;
  const { databaseUrlOfSettings } = await import('../database-url.js');
  const url = databaseUrlOfSettings();
  const { applyContest } = await import('./apply-contest.js');
  return applyContest(url, template, { file, text }, { ...flags, language });
}
