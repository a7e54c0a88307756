import { useTranslation } from 'react-i18next';
import type { RecheckedEntry } from '#domain/score-file/recheck';
import { JudgeScore, judgePlaces } from './judge-score.js';
import './summary-sheet.css';

interface SummarySheetProps {
  title: string;
  isSample: boolean;
  rule: string;
  entries: readonly RecheckedEntry[];
  judges: readonly string[];
}

const signatures = ['tally', 'verification', 'supervisor', 'chair', 'date'] as const;
/** From so many judges on the figures are set smaller, to stay on one sheet across. */
const manyJudges = 10;

/** 评分汇总表 as offices sign it: the whole list, on landscape paper, in black and white. */
export function SummarySheet({ title, isSample, rule, entries, judges }: SummarySheetProps) {
  const { t } = useTranslation('recheck');
  const none = t('result.none');
  const places = judgePlaces(entries);
  return (
    <article className={judges.length >= manyJudges ? 'summary-sheet summary-sheet-dense' : 'summary-sheet'}>
      {isSample ? <p className="summary-sheet-mark">{t('sample.mark')}</p> : null}
      <p className="summary-sheet-title">{title}</p>
      <p>{t('paper.rule', { rule })}</p>
      <table>
        <colgroup>
          <col className="summary-sheet-number" />
          <col />
          {judges.map((judge) => (
            <col key={judge} className="summary-sheet-judge" />
          ))}
          <col className="summary-sheet-figure" span={4} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('paper.number')}</th>
            <th>{t('result.entry')}</th>
            {judges.map((judge) => (
              <th key={judge} className="number">
                {judge}
              </th>
            ))}
            <th className="number">{t('result.computedScore')}</th>
            <th className="number">{t('result.publishedScore')}</th>
            <th className="number">{t('result.computedRank')}</th>
            <th className="number">{t('result.publishedRank')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={entry.row}>
              <td>{index + 1}</td>
              <td>{entry.entry}</td>
              {judges.map((judge, at) => (
                <td key={judge} className="number">
                  <JudgeScore score={entry.scores[at] ?? null} dropped={entry.dropped[at] ?? null} places={places} />
                </td>
              ))}
              <td className="number">{entry.computedScore ?? none}</td>
              <PaperCell text={entry.comparedScore} differs={entry.scoreDiffers} />
              <td className="number">{entry.computedRank ?? none}</td>
              <PaperCell text={entry.publishedRank} differs={entry.rankDiffers} />
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('paper.legend')}</p>
      <ul className="signatures">
        {signatures.map((role) => (
          <li key={role}>{t(`paper.sign.${role}`)}</li>
        ))}
      </ul>
    </article>
  );
}

function PaperCell({ text, differs }: { text: string | null; differs: boolean }) {
  const { t } = useTranslation('recheck');
  if (!differs) return <td className="number">{text ?? t('result.none')}</td>;
  return (
    <td className="number">
      <strong>≠ {text}</strong>
    </td>
  );
}
