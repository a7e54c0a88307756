import { useState } from 'react';
import { FaultState } from '../../ui/fault-state.js';
import { Shape } from '../../ui/shape.js';
import { AddJudgeDialog } from './add-judge-dialog.js';
import { EntriesTable } from './entries-table.js';
import { LoadsTable } from './loads-table.js';
import type { AssignmentDesk, EntryJudge, EntryWithJudges } from './queries.js';
import { RemoveJudgeDialog } from './remove-judge-dialog.js';
import { useAllEntries } from './use-all-entries.js';

interface StandingEntriesProps {
  stageId: string;
  desk: AssignmentDesk;
}

/** What stands, entry by entry, and one judge more or fewer by hand. */
export function StandingEntries({ stageId, desk }: StandingEntriesProps) {
  const all = useAllEntries(stageId, null);
  const [added, setAdded] = useState<EntryWithJudges | null>(null);
  const [removed, setRemoved] = useState<{ entry: EntryWithJudges; judge: EntryJudge } | null>(null);
  const csv = `${desk.edition.slug}-${desk.stage.key}-assignments`;
  const acts = {
    ...{ add: setAdded, removedFrom: removed?.entry.id ?? null },
    remove: (entry: EntryWithJudges, judge: EntryJudge) => setRemoved({ entry, judge }),
  };
  return (
    <>
      <LoadsTable judges={desk.judges} csv={`${csv}-loads`} />
      {all.entries ? (
        <EntriesTable
          entries={all.entries}
          isWhole={all.isWhole}
          csv={csv}
          wanted={desk.proposed.judgesWanted}
          {...(desk.isClosed ? {} : { acts })}
        />
      ) : all.error ? null : (
        <Shape lines={6} />
      )}
      {all.error ? <FaultState error={all.error} onRetry={all.retry} /> : null}
      {added ? <AddJudgeDialog stageId={stageId} desk={desk} entry={added} onClose={() => setAdded(null)} /> : null}
      {removed ? <RemoveJudgeDialog stageId={stageId} {...removed} onClose={() => setRemoved(null)} /> : null}
    </>
  );
}
