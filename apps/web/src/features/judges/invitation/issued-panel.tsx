import { PrinterOutlined } from '@ant-design/icons';
import { Button, QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import { beijingTime } from '../../../locales/formats.js';
import { languageTags } from '../../../locales/index.js';
import { CopyText } from '../../mail/copy-text.js';
import type { IssuedInvitation } from './use-invitation.js';
import './invitation.css';

/** What the office hands on: a text for WeChat or an SMS, the judge's language first, or a slip with a QR code on paper. */
export function IssuedPanel({ issued }: { issued: IssuedInvitation }) {
  const { t } = useTranslation('judges');
  // The slip is the judge's: their language, and no clock of whoever prints it.
  const lng = issued.locale;
  const address = `${window.location.origin}${issued.link}`;
  const locales = lng === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <div role="status">
      <p className="off-slip">
        <strong>{t('invite.made')}</strong> {t('invite.once')}
      </p>
      <section className="invitation-slip" lang={languageTags[lng]} aria-label={t('invite.slip', { lng })}>
        <QRCode
          aria-label={t('invite.slip', { lng })}
          value={address}
          type="svg"
          size={160}
          bordered={false}
          className="invitation-qr"
        />
        <div>
          <p className="invitation-slip-name">{issued.name}</p>
          <p>{t('invite.slipText', { lng })}</p>
          <p>
            {t('invite.code', { lng })} <strong className="slip-code">{issued.code}</strong>
          </p>
          <p className="slip-address">{`${window.location.origin}/judge-invitation`}</p>
          <p className="muted whole-words">{t('invite.until', { lng, time: beijingTime(lng, issued.expiresAt) })}</p>
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
