import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { feeTotal, isFeeNumber, judgeFee } from '#domain/paper/judge-fee';
import { Choice } from '../../../ui/choice.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { PaperHeading } from './paper-heading.js';
import type { JudgePapers, PaperJudge } from './queries.js';
import { useJudgeColumns } from './use-judge-columns.js';
import { XlsxButton } from './xlsx-button.js';

type Basis = 'sheet' | 'day';

/**
 * 劳务费发放表: what each judge is paid before tax by a rate that the office types here. Tax, documents and accounts are
 * filled in by hand on the paper: none of them is kept.
 */
export function FeeTable({ papers }: { papers: JudgePapers }) {
  const { t } = useTranslation('judging');
  const [basis, setBasis] = useState<Basis>('sheet');
  const [rate, setRate] = useState('');
  const [days, setDays] = useState('1');
  const countOf = ({ submitted }: PaperJudge) => (basis === 'sheet' ? String(submitted) : days);
  const isWhole = isFeeNumber(rate) && (basis === 'sheet' || isFeeNumber(days));
  const feeOf = (judge: PaperJudge) => (isWhole ? judgeFee(rate, countOf(judge)) : '');
  const columns: Column<PaperJudge>[] = [
    ...useJudgeColumns(),
    { key: 'count', header: t(`papers.column.${basis}s`), isNumber: true, cell: countOf },
    { key: 'amount', header: t('papers.column.amount'), isNumber: true, cell: feeOf },
    ...(['tax', 'paid', 'document', 'account', 'signature'] as const).map((key) => ({
      ...{ key, header: t(`papers.column.${key}`), isByHand: true, cell: () => '' },
    })),
  ];
  const total = isWhole ? feeTotal(papers.judges.map(feeOf)) : null;
  const sum = columns.map(({ key }) => (key === 'name' ? t('papers.sum') : key === 'amount' ? total : ''));
  const rows = [
    columns.map(({ header }) => header),
    ...papers.judges.map((judge) => columns.map(({ cell }) => cell(judge))),
    ...(total === null ? [] : [sum]),
  ];
  return (
    <article className="judge-paper judge-paper-wide">
      <div className="judge-papers-choice">
        <Choice
          label={t('papers.basis')}
          value={basis}
          options={(['sheet', 'day'] as const).map((value) => ({ value, text: t(`papers.bases.${value}`) }))}
          onChange={setBasis}
        />
        <FeeNumber label={t(`papers.rate.${basis}`)} value={rate} onChange={setRate} />
        {basis === 'day' ? <FeeNumber label={t('papers.days')} value={days} onChange={setDays} /> : null}
      </div>
      <XlsxButton {...{ papers, kind: 'fees', widths: [16, 12, 30, 10, 14, 12, 14, 22, 30, 16], rows }} />
      <PaperHeading papers={papers} kind="fees" />
      <DataTable
        caption={total === null ? t('papers.totalUnknown') : t('papers.total', { total })}
        csv={`${papers.edition.slug}-${papers.stage.key}-fees`}
        columns={columns}
        rows={papers.judges}
        rowKey={({ id }) => id}
        empty=""
        foot={
          <p className="judge-paper-signatures">
            <span>{t('papers.preparedBy')}</span>
            <span>{t('papers.checkedBy')}</span>
            <span>{t('papers.date')}</span>
          </p>
        }
      />
    </article>
  );
}

interface FeeNumberProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function FeeNumber({ label, value, onChange }: FeeNumberProps) {
  const { t } = useTranslation('judging');
  const id = useId();
  const isWrong = value !== '' && !isFeeNumber(value);
  return (
    <div className="fee-number">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-fault` : undefined}
        {...(isWrong ? { status: 'error' } : {})}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      {isWrong ? (
        <p id={`${id}-fault`} role="alert" className="fee-number-fault">
          {t('papers.notANumber')}
        </p>
      ) : null}
    </div>
  );
}
