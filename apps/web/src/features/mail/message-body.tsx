import { languageTags, type Locale } from '../../locales/index.js';

/** A message as it was written: its paragraphs, in its own language. */
export function MessageBody({ body, locale }: { body: string; locale: Locale }) {
  return (
    <div className="message-body" lang={languageTags[locale]}>
      {body.split('\n\n').map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
