import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../ui/moment.js';
import { useMay } from '../../identity/use-may.js';
import { CaseDialog, type CaseAct } from './case-dialog.js';
import type { DueDiligenceCase } from './queries.js';

interface ProposedRefusalProps {
  slug: string;
  found: DueDiligenceCase;
  refusal: NonNullable<DueDiligenceCase['refusal']>;
  /** Others than the reader who may approve it. */
  otherApprovers: number;
}

/** A refusal that awaits its second person: who may do what about it, also where there is no second person. */
export function ProposedRefusal({ slug, found, refusal, otherApprovers }: ProposedRefusalProps) {
  const { t } = useTranslation('eligibility');
  const [asked, setAsked] = useState<CaseAct | null>(null);
  const { proposedBy, proposedAt, isOwn } = refusal;
  const mayApprove = useMay(slug, 'due-diligence.approve');
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="form-fault"
        title={
          <>
            {t('diligence.proposed', { name: proposedBy ?? t('goneAccount') })} <Moment at={proposedAt} />
          </>
        }
        description={
          isOwn
            ? otherApprovers === 0
              ? t('diligence.nobodyElse')
              : t('diligence.another')
            : t('diligence.approveRule')
        }
      />
      <div className="check-bar">
        {isOwn || !mayApprove ? null : (
          <Button danger type="primary" onClick={() => setAsked('approve')}>
            {t('diligence.approve')}
          </Button>
        )}
        <Button onClick={() => setAsked('takeBack')}>{t('diligence.takeBack')}</Button>
      </div>
      {asked ? <CaseDialog slug={slug} found={found} act={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}
