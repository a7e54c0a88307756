import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { useAct } from '../../../ui/use-act.js';
import { calibrationKeys, type StageCalibration } from './queries.js';

type Line = StageCalibration['entries'][number];

/** The calibration entries of a stage with the office's scores, and which judges each is kept from, and how many have scored it. */
export function CalibrationTable({ stageId, calibration }: { stageId: string; calibration: StageCalibration }) {
  const { t } = useTranslation('judging');
  const text = useText();
  const [asked, setAsked] = useState<Line | null>(null);
  const scoresOf = ({ reference }: Line) =>
    calibration.criteria
      .map(({ key, name }) => `${text(name)} ${(reference as Record<string, string>)[key] ?? ''}`)
      .join(t('review.and'));
  // The criteria may be others by now: then only the total says something.
  const referenceOf = (line: Line) => (line.isOfEarlierRules ? t('calibration.earlierRules') : scoresOf(line));
  const leftOutOf = ({ leftOut }: Line) => [
    ...leftOut
      .filter(({ isRecused }) => isRecused)
      .map(({ name }) => t('calibration.recused', { name: name ?? t('calibration.nameless') })),
    ...[leftOut.filter(({ isRecused }) => !isRecused).length]
      .filter((possible) => possible > 0)
      .map((count) => t('calibration.possible', { count })),
  ];
  const columns: Column<Line>[] = [
    {
      key: 'entry',
      header: t('unlock.entry'),
      cell: ({ entryNumber, entryTitle }) => `${entryNumber} · ${entryTitle}`,
      isRowHeader: true,
    },
    { key: 'reference', header: t('calibration.reference'), cell: referenceOf },
    { key: 'total', header: t('review.total'), cell: ({ total }) => total, isNumber: true },
    {
      key: 'leftOut',
      header: t('calibration.leftOut'),
      cell: (line) => leftOutOf(line).join(t('review.and')),
    },
    { key: 'submitted', header: t('calibration.scoredBy'), cell: ({ submitted }) => submitted, isNumber: true },
    {
      key: 'acts',
      header: t('unlock.acts'),
      cell: () => '',
      isScreenOnly: true,
      show: (line) =>
        calibration.isChangeable ? (
          <Button aria-label={t('calibration.removeOf', { number: line.entryNumber })} onClick={() => setAsked(line)}>
            {t('calibration.remove')}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('calibration.entries')}
        csv="calibration"
        columns={columns}
        rows={calibration.entries}
        rowKey={({ id }) => id}
        empty={t('calibration.none')}
      />
      {asked ? <RemoveDialog stageId={stageId} line={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function RemoveDialog({ stageId, line, onClose }: { stageId: string; line: Line; onClose: () => void }) {
  const { t } = useTranslation('judging');
  const { run, isPending, error } = useAct(
    (id: string, key) =>
      answer(
        api.DELETE('/api/v1/stages/{stageId}/calibrations/{id}', {
          params: { path: { stageId, id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    calibrationKeys,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={t('calibration.remove')}
      act={t('calibration.remove')}
      isDangerous
      isBusy={isPending}
      error={error}
      onConfirm={() => run(line.id)}
      onClose={onClose}
    >
      <p>{t('calibration.removeText', { number: line.entryNumber, title: line.entryTitle })}</p>
    </ConfirmDialog>
  );
}
