import { Alert } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.js';
import { DropZone } from './drop-zone.js';
import { OpenSheet } from './open-sheet.js';
import { usualRule } from './rule-choice.js';
import { sampleSpreadsheet } from './sample-spreadsheet.js';
import { fileLimits, type FileFault } from './spreadsheet.js';
import { useSpreadsheet } from './use-spreadsheet.js';
import './recheck.css';

/** An office's own list computed again in the browser, with no server behind it. */
export function Component() {
  const { t } = useTranslation('recheck');
  const { state, isReady, open, showSample } = useSpreadsheet();
  // The rule outlives the file: a mended copy is checked by the same one.
  const [rule, setRule] = useState({ choice: usualRule, hasOwnPlaces: false });
  const onFile = useCallback((file: File) => void open(file), [open]);
  const onSample = () =>
    showSample(
      sampleSpreadsheet({
        name: t('sample.name'),
        sheet: t('sample.sheet'),
        title: t('sample.title'),
        headers: {
          number: t('sample.number'),
          entry: t('sample.entryHeader'),
          score: t('sample.score'),
          rank: t('sample.rank'),
        },
        entry: (number) => t('sample.entry', { number }),
        judge: (number) => t('sample.judge', { number }),
        recused: t('sample.recused'),
      }),
    );
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DropZone
        isReady={isReady}
        isBusy={state.kind === 'reading'}
        isSmall={state.kind === 'open'}
        onFile={onFile}
        onSample={onSample}
      />
      {state.kind === 'refused' ? <Refusal name={state.name} fault={state.fault} /> : null}
      {state.kind === 'open' ? (
        <OpenSheet key={state.file.opening} file={state.file} rule={rule} onRule={setRule} />
      ) : null}
    </Page>
  );
}

function Refusal({ name, fault }: { name: string; fault: FileFault }) {
  const { t } = useTranslation('recheck');
  const { megabytes, unpackedMegabytes: unpacked } = fileLimits;
  return (
    <Alert
      className="recheck-refusal"
      type="error"
      showIcon
      role="alert"
      title={t('fault.title', { name })}
      description={t(`fault.${fault}`, { megabytes, unpacked })}
    />
  );
}
