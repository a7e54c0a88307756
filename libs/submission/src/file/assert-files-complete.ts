import type { EntityManager } from 'typeorm';
import { coreBlocks, DomainError, entryProblems, type FormDefinition } from '#domain';
import { storedFill } from '../form/stored-fill.js';
import { fileCounts } from './file-rules.js';

/**
 * Lets an entry pass that has every file its form requires of it.
 *
 * @throws DomainError `entry-incomplete` naming each field that is empty
 */
export async function assertFilesComplete(manager: EntityManager, entryId: string): Promise<void> {
  const rows = await manager.query<{ document: FormDefinition }[]>(
    'select f.document from entries e join form_versions f on f.id = e.form_version_id where e.id = $1',
    [entryId],
  );
  if (!rows[0]) return;
  const stored = await storedFill(manager, entryId);
  const fill = {
    ...{ core: stored.core, answers: stored.form_answers, files: await fileCounts(manager, entryId) },
    filledBlocks: new Set<string>(coreBlocks),
  };
  const problems = entryProblems(rows[0].document, fill).filter(({ path }) => path.startsWith('files.'));
  if (problems.length > 0) throw new DomainError('entry-incomplete', { problems });
}
