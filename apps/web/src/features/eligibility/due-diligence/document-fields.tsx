import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Findings } from './queries.js';

type Document = Findings['documents'][number];

interface DocumentFieldsProps {
  documents: readonly Document[];
  onChange: (documents: Document[]) => void;
}

/** Papers that were seen, beside the files of the entry: each by name and number, or where it is kept. */
export function DocumentFields({ documents, onChange }: DocumentFieldsProps) {
  const { t } = useTranslation('eligibility');
  const change = (index: number, changes: Partial<Document>) =>
    onChange(documents.map((document, at) => (at === index ? { ...document, ...changes } : document)));
  return (
    <fieldset className="setting-items">
      <legend>{t('diligence.documents')}</legend>
      <p className="muted">{t('diligence.documentsRule')}</p>
      <ol>
        {documents.map((document, index) => {
          const number = index + 1;
          return (
            <li key={index}>
              <div className="setting-words">
                <label>
                  {t('diligence.documentName', { number })}
                  <Input
                    maxLength={200}
                    value={document.name}
                    onChange={(event) => change(index, { name: event.target.value })}
                  />
                </label>
                <label>
                  {t('diligence.documentReference', { number })}
                  <Input
                    maxLength={200}
                    value={document.reference}
                    onChange={(event) => change(index, { reference: event.target.value })}
                  />
                </label>
              </div>
              <Button
                aria-label={t('diligence.removeDocument', { number })}
                onClick={() => onChange(documents.filter((_, at) => at !== index))}
              >
                {t('setting.remove')}
              </Button>
            </li>
          );
        })}
      </ol>
      <Button disabled={documents.length >= 50} onClick={() => onChange([...documents, { name: '', reference: '' }])}>
        {t('diligence.addDocument')}
      </Button>
    </fieldset>
  );
}
