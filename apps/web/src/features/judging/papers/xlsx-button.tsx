import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell } from '../../../ui/csv.js';
import { DemoContext } from '../../../ui/demo-context.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { downloadXlsx } from '../../../ui/xlsx.js';
import type { JudgePapers } from './queries.js';

interface XlsxButtonProps {
  papers: JudgePapers;
  kind: 'schedule' | 'sign-in' | 'plates' | 'fees';
  widths: readonly number[];
  /** Head first. */
  rows: readonly (readonly Cell[])[];
}

/** The whole paper as one sheet of a workbook, to be filled in or sent on. */
export function XlsxButton({ papers, kind, widths, rows }: XlsxButtonProps) {
  const { t } = useTranslation(['judging', 'common']);
  const { sentence } = useProblemMessage();
  const isDemo = useContext(DemoContext);
  const title = t(`papers.kinds.${kind}`);
  const mark = isDemo ? `${t('common:demo')}-` : '';
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      downloadXlsx(`${mark}${papers.edition.slug}-${papers.stage.key}-${kind}`, {
        name: `${mark}${title}`,
        widths,
        rows,
      }),
  });
  return (
    <p className="judge-papers-file">
      <button type="button" className="quiet-button" disabled={isPending} onClick={() => mutate()}>
        <DownloadOutlined aria-hidden="true" /> {t('papers.xlsx', { paper: title })}
      </button>
      <span role="alert">{error ? sentence(error) : null}</span>
    </p>
  );
}
