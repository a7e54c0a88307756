import { PrinterOutlined } from '@ant-design/icons';
import { Button, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { languageTags } from '../../../locales/index.js';
import { Moment } from '../../../ui/moment.js';
import { CopyText } from '../../mail/copy-text.js';
import type { IssuedInvitation } from './use-invitation.js';
import './invitation.css';

/** What the office hands on: a text for WeChat or an SMS, the judge's language first, or a slip with a QR code on paper. */
export function IssuedPanel({ issued }: { issued: IssuedInvitation }) {
  const { t } = useTranslation('judges');
  const address = `${window.location.origin}${issued.link}`;
  const locales = issued.locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <div role="status">
      <p className="off-slip">
        <strong>{t('invite.made')}</strong> {t('invite.once')}
      </p>
      <section className="invitation-slip" lang={languageTags[issued.locale]} aria-label={t('invite.slip')}>
        <QRCode
          aria-label={t('invite.slip')}
          value={address}
          type="svg"
          size={160}
          bordered={false}
          className="invitation-qr"
        />
        <div>
          <p className="invitation-slip-name">{issued.name}</p>
          <p>{t('invite.slipText', { lng: issued.locale })}</p>
          <p>
            {t('invite.code', { lng: issued.locale })} <strong className="slip-code">{issued.code}</strong>
          </p>
          <p className="slip-address">{`${window.location.origin}/judge-invitation`}</p>
          <p className="muted">
            {t('invite.until')} <Moment at={issued.expiresAt} />
          </p>
        </div>
      </section>
      <div className="off-slip">
        <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
          {t('invite.print')}
        </Button>
        {locales.map((locale) => (
          <CopyText key={locale} text={`${issued.texts[locale].short} ${address}`} locale={locale} />
        ))}
      </div>
    </div>
  );
}
