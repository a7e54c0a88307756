import { useTranslation } from 'react-i18next';
import { useFormats } from '../locales/formats.js';

/** A moment in Beijing time, with the reader's own clock beside it where that differs. */
export function Moment({ at }: { at: string }) {
  const { t } = useTranslation();
  const { beijing, own } = useFormats();
  const ownTime = own(at);
  return (
    <time dateTime={at} className="moment">
      {beijing(at)}
      <span className="moment-zone">{t('moment.zone')}</span>
      {ownTime === null ? null : <span className="muted moment-own"> {t('moment.own', { time: ownTime })}</span>}
    </time>
  );
}
