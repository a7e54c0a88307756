import { useTranslation } from 'react-i18next';
import { signatureBox } from '#domain/rubric/signature';
import type { Signature } from './signature-field.js';
import './signature.css';

/** A signature as it was given. */
export function ShownSignature({ signature: { kind, content } }: { signature: Signature }) {
  const { t } = useTranslation('judging');
  if (kind === 'typed') return <strong className="signature-typed">{content}</strong>;
  return (
    <svg
      className="signature-shown"
      viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
      role="img"
      aria-label={t('signature.given')}
    >
      <path d={content} />
    </svg>
  );
}
