import { Alert, Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { useAct } from '../../../ui/use-act.js';
import { useProblemMessage } from '../../../ui/use-problem-message.js';
import { LeaveGuard } from '../../submission/leave-guard.js';
import { CaseDialog, type CaseAct } from './case-dialog.js';
import { DocumentFields } from './document-fields.js';
import type { DueDiligenceCase, Findings } from './queries.js';

interface CaseEditorProps {
  slug: string;
  found: DueDiligenceCase;
  checklist: Schemas['DueDiligencePointDto'][];
}

/** What was found so far, and the decision that ends the case. */
export function CaseEditor({ slug, found, checklist }: CaseEditorProps) {
  const { t } = useTranslation('eligibility');
  const text = useText();
  const note = useId();
  const { sentence } = useProblemMessage();
  const [findings, setFindings] = useState<Findings>({
    met: found.met,
    documents: found.documents,
    note: found.note,
  });
  const [isDirty, setDirty] = useState(false);
  const [asked, setAsked] = useState<CaseAct | null>(null);
  const change = (changes: Partial<Findings>) => {
    setFindings({ ...findings, ...changes });
    setDirty(true);
  };
  const path = { slug, id: found.id };
  const keep = useAct(
    (body: Findings, key) =>
      answer(
        api.PUT('/api/v1/editions/{slug}/due-diligence/cases/{id}', {
          params: { path, header: { 'Idempotency-Key': key } },
          body: { ...body, version: found.version },
        }),
      ),
    ['due-diligence'],
  );
  const isWhole = findings.documents.every(({ name }) => name.trim() !== '');
  const allMet = checklist.every(({ key }) => findings.met.includes(key));
  return (
    <div className="verdict">
      <LeaveGuard isDirty={isDirty} />
      <fieldset>
        <legend>{t('diligence.met')}</legend>
        <Checkbox.Group
          className="verdict-items"
          value={findings.met}
          onChange={(met: string[]) => change({ met })}
          options={checklist.map(({ key, label }) => ({ value: key, label: text(label) }))}
        />
      </fieldset>
      <DocumentFields documents={findings.documents} onChange={(documents) => change({ documents })} />
      <p className="verdict-field">
        <label htmlFor={note}>{t('diligence.note')}</label>
        <Input.TextArea
          id={note}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={findings.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </p>
      <div role="alert">{keep.error ? <Alert type="error" showIcon title={sentence(keep.error)} /> : null}</div>
      <div className="check-bar">
        <Button loading={keep.isPending} disabled={!isDirty || !isWhole} onClick={() => keep.run(findings)}>
          {t('diligence.keep')}
        </Button>
        <Button type="primary" disabled={isDirty || !allMet} onClick={() => setAsked('pass')}>
          {t('diligence.pass')}
        </Button>
        <Button danger disabled={isDirty} onClick={() => setAsked('refuse')}>
          {t('diligence.refuse')}
        </Button>
        <p className="muted">{t(isDirty ? 'diligence.keepFirst' : 'diligence.passRule')}</p>
      </div>
      {asked ? <CaseDialog slug={slug} found={found} act={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}
