import { Button } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { FileLine } from './file-line.js';
import { useFileSize } from './file-size.js';
import type { EntryFile, FileField } from './queries.js';
import type { FileUploads } from './use-file-uploads.js';
import { WayLine } from './way-line.js';

interface FileFieldBoxProps {
  field: FileField;
  files: readonly EntryFile[];
  uploads: FileUploads;
  isReadOnly: boolean;
  mayFollow: boolean;
  onReceipt: (receipt: Schemas['SubmissionReceiptDto']) => void;
}

const comes = (file: EntryFile) => file.state === 'filed' || file.state === 'uploading';
const counts = (file: EntryFile) => file.state !== 'refused' && file.state !== 'missing';

/** One field that takes files: what stands there, what is on its way, and a place to choose or drop more. */
export function FileFieldBox({ field, files, uploads, isReadOnly, mayFollow, onReceipt }: FileFieldBoxProps) {
  const { t } = useTranslation('file');
  const text = useText();
  const size = useFileSize();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const onTheWay = uploads.onTheWay.filter(({ fieldKey }) => fieldKey === field.key);
  const standing = files.filter((file) => !onTheWay.some(({ id: way }) => way === file.publicId));
  const waiting = standing.filter(comes);
  const room =
    field.maximumCount - files.filter(counts).length - onTheWay.filter(({ step }) => step === 'reading').length;
  // Where one file alone may stand, another takes its place in one act: a required field is never empty.
  const replaced =
    !isReadOnly && field.maximumCount === 1 && waiting.length + onTheWay.length === 0 ? files.find(counts) : undefined;
  const mayAdd = isReadOnly
    ? mayFollow && waiting.length > 0
    : room > 0 || waiting.length > 0 || replaced !== undefined;
  const add = (chosen: Iterable<File>) => {
    for (const file of chosen) void uploads.add(field.key, file, waiting, replaced?.publicId);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <div className="file-field" role="group" aria-labelledby={`${id}-label`}>
      <h3 id={`${id}-label`}>{text(field.label)}</h3>
      {field.help ? <p className="muted">{text(field.help)}</p> : null}
      {standing.length + onTheWay.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="plain-list">
        {standing.map((file) => (
          <FileLine key={file.publicId} file={file} isReadOnly={isReadOnly} onReceipt={onReceipt} />
        ))}
        {onTheWay.map((file) => (
          <WayLine key={file.id} file={file} uploads={uploads} />
        ))}
      </ul>
      {mayAdd ? (
        <div
          className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
        >
          <FileChooser
            text={t(replaced ? 'replace' : waiting.length > 0 && room <= 0 ? 'chooseWaiting' : 'choose')}
            rule={`${id}-rule`}
            field={field}
            onFiles={add}
          />
          <p id={`${id}-rule`} className="muted">
            {t('rule', {
              types: field.types.map((type) => type.toUpperCase()).join(t('comma')),
              size: size(field.maximumBytes),
              count: field.maximumCount,
            })}
          </p>
          {waiting.length > 0 ? <p className="muted">{t('waitingNote')}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

interface FileChooserProps {
  text: string;
  /** Id of what says which files are taken. */
  rule: string;
  field: FileField;
  onFiles: (files: readonly File[]) => void;
}

/** The browser's own button speaks the browser's language, which need not be the page's. */
function FileChooser({ text, rule, field, onFiles }: FileChooserProps) {
  const { t } = useTranslation('file');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="file-chooser">
      <Button aria-describedby={rule} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <span className="muted">{t('orDrop')}</span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text}
        multiple={field.maximumCount > 1}
        accept={field.types.map((type) => (type === 'jpeg' ? '.jpg,.jpeg' : `.${type}`)).join(',')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </div>
  );
}
