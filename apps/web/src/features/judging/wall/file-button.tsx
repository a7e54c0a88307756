import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv, type Cell } from '../../../ui/csv.js';
import { DemoContext } from '../../../ui/demo-context.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';

interface FileButtonProps {
  /** Without its ending. */
  name: string;
  caption: string;
  /** Head first; read when it is asked for, all pages of it. */
  rows: () => Promise<readonly (readonly Cell[])[]>;
}

/** The CSV twin of a table that the page reads a page at a time. */
export function FileButton({ name, caption, rows }: FileButtonProps) {
  const { t } = useTranslation();
  const { sentence } = useProblemMessage();
  const isDemo = useContext(DemoContext);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () =>
      downloadCsv(isDemo ? `${t('demo')}-${name}` : name, [...(isDemo ? [[t('demo')]] : []), ...(await rows())]),
  });
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        disabled={isPending}
        onClick={() => mutate()}
        aria-label={t('csvOf', { caption })}
      >
        <DownloadOutlined aria-hidden="true" /> {t('csv')}
      </button>
      <span role="alert">{error ? sentence(error) : null}</span>
    </>
  );
}
