import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { chairs, judgesByPanel, type PanelJudges } from './panel-judges.js';
import { PaperHeading } from './paper-heading.js';
import type { JudgePapers, PaperJudge } from './queries.js';
import { useJudgeColumns } from './use-judge-columns.js';

/** 签到表: judges by panel, with room for the signature and the time. */
export function SignInSheet({ papers }: { papers: JudgePapers }) {
  return (
    <article className="judge-paper">
      <PaperHeading papers={papers} kind="sign-in" />
      {judgesByPanel(papers.panels, papers.judges).map((group) => (
        <PanelSheet key={group.panel?.key ?? ''} papers={papers} group={group} />
      ))}
    </article>
  );
}

function PanelSheet({ papers, group }: { papers: JudgePapers; group: PanelJudges }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const judgeColumns = useJudgeColumns();
  const panel = group.panel?.key ?? null;
  const columns: Column<PaperJudge>[] = [
    ...judgeColumns,
    {
      ...{ key: 'role', header: t('papers.column.role') },
      cell: (judge) => t(chairs(judge, panel) ? 'papers.chair' : 'papers.judge'),
    },
    { key: 'signature', header: t('papers.column.signature'), cell: () => '' },
    { key: 'time', header: t('papers.column.time'), cell: () => '' },
  ];
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
