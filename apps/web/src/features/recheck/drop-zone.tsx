import { FileExcelOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { fileLimits } from './spreadsheet.js';

interface DropZoneProps {
  isReady: boolean;
  isBusy: boolean;
  /** Beside an open file it is a line, else the whole invitation. */
  isSmall: boolean;
  onFile: (file: File) => void;
  onSample: () => void;
}

export function DropZone({ isReady, isBusy, isSmall, onFile, onSample }: DropZoneProps) {
  const { t } = useTranslation('recheck');
  const { count } = useFormats();
  const isOver = useDropOnWindow(onFile);
  return (
    <div className={`drop-zone${isSmall ? ' drop-zone-small' : ''}${isOver ? ' drop-zone-over' : ''}`}>
      {isSmall ? null : <FileExcelOutlined className="drop-zone-icon" aria-hidden="true" />}
      <p className="drop-zone-acts">
        <FileButton text={t(isSmall ? 'chooseAnother' : 'choose')} isMain={!isSmall} isBusy={isBusy} onFile={onFile} />
        {isBusy ? (
          <span className="muted">{t('reading')}</span>
        ) : (
          <span className="muted drop-zone-hint">{t('drop')}</span>
        )}
      </p>
      {isSmall ? null : (
        <>
          <p>{t('accepts', { megabytes: fileLimits.megabytes, rows: count(fileLimits.rows) })}</p>
          <p className="muted">{t('expects')}</p>
          <p className="drop-zone-sample">
            <span className="muted">{t('try')}</span>{' '}
            <button type="button" className="quiet-button" onClick={onSample}>
              {t('trySample')}
            </button>
          </p>
        </>
      )}
      <p className="drop-zone-private">
        <LockOutlined aria-hidden="true" /> {t('private')}
        <span role="status" className="next-sentence">
          {isReady ? t('ready') : ''}
        </span>
      </p>
    </div>
  );
}

interface FileButtonProps {
  text: string;
  isMain: boolean;
  isBusy: boolean;
  onFile: (file: File) => void;
}

function FileButton({ text, isMain, isBusy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type={isMain ? 'primary' : 'default'} loading={isBusy} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,.tsv,.xls,text/csv"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again once it has been mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

/** A file may be dropped anywhere: beside the zone, the browser would leave the page to show it. */
function useDropOnWindow(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      onFile(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFile]);
  return isOver;
}
