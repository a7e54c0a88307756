import { useTranslation } from 'react-i18next';
import { languageTags, type Locale } from '../../locales/index.js';
import { CopyText } from './copy-text.js';
import { MessageBody } from './message-body.js';
import type { MessageTexts } from './queries.js';

interface MessagePreviewProps {
  texts: MessageTexts;
  /** Which language the recipient reads first. */
  first: Locale;
  /** Path of the page it is about. */
  link: string | null;
  /** Headings lie one below the page's own parts. */
  heading: 'h2' | 'h3';
}

/** What the recipient gets, language by language as in the mail, and the short text for WeChat or SMS. */
export function MessagePreview({ texts, first, link, heading: Heading }: MessagePreviewProps) {
  const { t } = useTranslation('mail');
  const address = link === null ? '' : `${window.location.origin}${link}`;
  const order: readonly Locale[] = first === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  return (
    <div className="message-languages">
      {order.map((locale) => (
        <article key={locale} className="card" aria-label={t(`language.${locale}`)}>
          <p className="muted message-language">{t(`language.${locale}`)}</p>
          <Heading lang={languageTags[locale]}>{texts[locale].subject}</Heading>
          <MessageBody body={texts[locale].body} locale={locale} />
          {address === '' ? null : <p className="message-address">{address}</p>}
          <p className="muted message-language">{t('shortText')}</p>
          <CopyText text={address === '' ? texts[locale].short : `${texts[locale].short} ${address}`} locale={locale} />
        </article>
      ))}
    </div>
  );
}
