import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecheckedEntry } from '#domain/score-file/recheck';
import { downloadCsv } from '../../ui/csv.js';
import { recheckCsv } from './recheck-csv.js';

interface RecheckActsProps {
  title: string;
  isSample: boolean;
  entries: readonly RecheckedEntry[];
  judges: readonly string[];
  onTitle: (title: string) => void;
}

/** What leaves the page: paper and a file. */
export function RecheckActs({ title, isSample, entries, judges, onTitle }: RecheckActsProps) {
  const { t } = useTranslation(['recheck', 'common']);
  const id = useId();
  const download = () => {
    const rows = recheckCsv(entries, judges, {
      row: t('result.row'),
      entry: t('result.entry'),
      dropped: t('result.droppedColumn'),
      publishedScore: t('result.publishedScore'),
      computedScore: t('result.computedScore'),
      scoreCheck: t('result.scoreCheck'),
      publishedRank: t('result.publishedRank'),
      computedRank: t('result.computedRank'),
      rankCheck: t('result.rankCheck'),
      agrees: t('result.agrees'),
      differs: t('result.differs'),
    });
    const mark = t('sample.mark');
    downloadCsv(isSample ? `${mark}-${t('result.csvName')}` : t('result.csvName'), [
      ...(isSample ? [[mark]] : []),
      ...rows,
    ]);
  };
  return (
    <div className="recheck-acts">
      <div className="choice choice-wide">
        <label htmlFor={id}>{t('result.printTitle')}</label>
        <input id={id} type="text" value={title} maxLength={120} onChange={(event) => onTitle(event.target.value)} />
      </div>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
        {t('result.print')}
      </Button>
      <Button icon={<DownloadOutlined aria-hidden="true" />} onClick={download}>
        {t('common:csv')}
      </Button>
    </div>
  );
}
