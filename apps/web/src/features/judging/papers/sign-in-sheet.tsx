import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { chairs, hasName, judgesByPanel, type PanelJudges } from './panel-judges.js';
import { PaperHeading } from './paper-heading.js';
import type { JudgePapers, PaperJudge } from './queries.js';
import { useJudgeColumns } from './use-judge-columns.js';
import { XlsxButton } from './xlsx-button.js';

/** 签到表: judges by panel, with room for the signature and the time. */
export function SignInSheet({ papers }: { papers: JudgePapers }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const columnsOf = useSignInColumns();
  const groups = judgesByPanel(papers.panels, papers.judges.filter(hasName));
  const nameOf = ({ panel }: PanelJudges<JudgePapers['panels'][number]>) =>
    panel ? text(panel.name) : t('papers.noPanel');
  const rows = groups.flatMap((group) =>
    group.judges.map((judge) => [nameOf(group), ...columnsOf(group.panel?.key ?? null).map(({ cell }) => cell(judge))]),
  );
  const head = [t('wall.column.panel'), ...columnsOf(null).map(({ header }) => header)];
  return (
    <article className="judge-paper">
      <XlsxButton papers={papers} kind="sign-in" widths={[18, 16, 12, 30, 12, 16, 12]} rows={[head, ...rows]} />
      <PaperHeading papers={papers} kind="sign-in" />
      {groups.map((group) => (
        <PanelSheet key={group.panel?.key ?? ''} papers={papers} group={group} />
      ))}
    </article>
  );
}

/** Of the sheet of one panel, by its key; null: judges without one. */
function useSignInColumns(): (panel: string | null) => Column<PaperJudge>[] {
  const { t } = useTranslation('judging');
  const judgeColumns = useJudgeColumns();
  return (panel) => [
    ...judgeColumns,
    {
      ...{ key: 'role', header: t('papers.column.role') },
      cell: (judge) => t(chairs(judge, panel) ? 'papers.chair' : 'papers.judge'),
    },
    { key: 'signature', header: t('papers.column.signature'), isByHand: true, cell: () => '' },
    { key: 'time', header: t('papers.column.time'), isByHand: true, cell: () => '' },
  ];
}

function PanelSheet({ papers, group }: { papers: JudgePapers; group: PanelJudges }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const panel = group.panel?.key ?? null;
  const columns = useSignInColumns()(panel);
  return (
    <DataTable
      caption={group.panel ? text(group.panel.name) : t('papers.noPanel')}
      csv={`${papers.edition.slug}-${papers.stage.key}-sign-in${panel === null ? '' : `-${panel}`}`}
      columns={columns}
      rows={group.judges}
      rowKey={({ id }) => id}
      empty=""
    />
  );
}
