import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.js';
import { useAct } from '../../ui/use-act.js';
import { useProblemMessage } from '../../ui/use-problem-message.js';
import { PastImports } from './past-imports.js';
import { type ImportKind, importKinds, uploadFile } from './queries.js';

interface FileStepProps {
  slug: string;
  onRead: (publicId: string) => void;
}

export function FileStep({ slug, onRead }: FileStepProps) {
  const { t } = useTranslation('import');
  const { sentence } = useProblemMessage();
  const [kind, setKind] = useState<ImportKind>('entries');
  const input = useRef<HTMLInputElement>(null);
  const act = useAct(uploadFile(slug), ['imports'], ({ publicId }) => onRead(publicId));
  return (
    <>
      <div className="import-file">
        {importKinds.length > 1 ? (
          <Choice
            label={t('kindLabel')}
            value={kind}
            options={importKinds.map((value) => ({ value, text: t(`kind.${value}`) }))}
            onChange={setKind}
          />
        ) : null}
        <p>{t(`expects.${kind}`)}</p>
        <Button type="primary" loading={act.isPending} onClick={() => input.current?.click()}>
          {act.isPending ? t('reading') : t('choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('choose')}
          accept=".xlsx,.csv,.txt,.tsv,text/csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file may be chosen again once it has been mended.
            event.target.value = '';
            if (!file) return;
            act.run({ kind, name: file.name, size: file.size, changedAt: file.lastModified, file });
          }}
        />
        <p className="muted">{t('limits')}</p>
        <div role="alert">{act.error ? <Alert type="error" showIcon title={sentence(act.error)} /> : null}</div>
      </div>
      <PastImports slug={slug} />
    </>
  );
}
