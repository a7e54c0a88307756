import { useState } from 'react';
import { AddJudgeDialog } from './add-judge-dialog.js';
import { EntriesTable } from './entries-table.js';
import { LoadsTable } from './loads-table.js';
import { PrintButton } from './print-button.js';
import type { AssignmentDesk, EntryJudge, EntryWithJudges } from './queries.js';
import { RemoveJudgeDialog } from './remove-judge-dialog.js';
import { useWholePrint } from './use-whole-print.js';

interface StandingEntriesProps {
  stageId: string;
  desk: AssignmentDesk;
}

/** What stands, entry by entry, and one judge more or fewer by hand. */
export function StandingEntries({ stageId, desk }: StandingEntriesProps) {
  const [added, setAdded] = useState<EntryWithJudges | null>(null);
  const [removed, setRemoved] = useState<{ entry: EntryWithJudges; judge: EntryJudge } | null>(null);
  const print = useWholePrint(stageId, null);
  const csv = `${desk.edition.slug}-${desk.stage.key}-assignments`;
  const acts = {
    ...{ add: setAdded, removedFrom: removed?.entry.id ?? null, isAsked: added !== null || removed !== null },
    remove: (entry: EntryWithJudges, judge: EntryJudge) => setRemoved({ entry, judge }),
  };
  return (
    <>
      <p className="assignment-acts">
        <PrintButton print={print} />
      </p>
      <LoadsTable judges={desk.judges} csv={`${csv}-loads`} />
      <EntriesTable
        {...{ stageId, csv }}
        runId={null}
        wanted={desk.proposed.judgesWanted}
        printed={print.rows}
        {...(desk.isClosed ? {} : { acts })}
      />
      {added ? <AddJudgeDialog stageId={stageId} desk={desk} entry={added} onClose={() => setAdded(null)} /> : null}
      {removed ? <RemoveJudgeDialog stageId={stageId} {...removed} onClose={() => setRemoved(null)} /> : null}
    </>
  );
}
