import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EntriesTable } from './entries-table.js';
import { FindingList } from './finding-list.js';
import { LoadsTable } from './loads-table.js';
import { PlanFigures } from './plan-figures.js';
import type { AssignmentDesk, AssignmentPreview } from './queries.js';
import { PrintButton } from './print-button.js';
import type { AskedAct } from './run-act-dialog.js';
import { useWholePrint } from './use-whole-print.js';

interface PlanPreviewProps {
  stageId: string;
  desk: AssignmentDesk;
  preview: AssignmentPreview;
  figures: NonNullable<AssignmentPreview['figures']>;
  onAct: (asked: AskedAct) => void;
}

/** A plan before it is applied, or as it was: figures, loads, and entry by entry what changes. */
export function PlanPreview({ stageId, desk, preview, figures, onAct }: PlanPreviewProps) {
  const { t } = useTranslation('assignment');
  const { run, findings, findingCount, judges, changes } = preview;
  const print = useWholePrint(stageId, run.id);
  const csv = `${desk.edition.slug}-${desk.stage.key}-plan-${run.number}`;
  return (
    <>
      <PlanFigures preview={preview} figures={figures} />
      {findings.length > 0 ? (
        <>
          <h3>{t('findings.title')}</h3>
          <FindingList findings={findings} total={findingCount} />
        </>
      ) : null}
      <p className="assignment-acts">
        {run.state === 'planned' && !desk.isClosed ? (
          <>
            <Button type="primary" onClick={() => onAct({ act: 'application', changes })}>
              {t('run.apply')}
            </Button>
            <Button danger onClick={() => onAct({ act: 'discard', changes })}>
              {t('run.discard')}
            </Button>
          </>
        ) : null}
        <PrintButton print={print} />
      </p>
      <LoadsTable judges={judges} csv={`${csv}-loads`} isPlan />
      <EntriesTable {...{ stageId, csv }} runId={run.id} wanted={run.parameters.judgesWanted} printed={print.rows} />
    </>
  );
}
