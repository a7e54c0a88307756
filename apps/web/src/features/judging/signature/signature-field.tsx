import { Button, Checkbox, Input } from 'antd';
import { useId, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { signatureBox, signatureLength } from '#domain/rubric/signature';
import type { Schemas } from '../../../api/client.js';
import { beginStroke, drawTo, pointAt } from './strokes.js';
import './signature.css';

export type Signature = Schemas['SheetSignatureDto'];

interface SignatureFieldProps {
  value: Signature | null;
  /** Null while it is not given yet. */
  onChange: (signature: Signature | null) => void;
}

/** The judge signs with finger, pen or mouse; whoever does not draw types the name and says that it is meant so. */
export function SignatureField({ value, onChange }: SignatureFieldProps) {
  const { t } = useTranslation('judging');
  const [isTyped, setTyped] = useState(value?.kind === 'typed');
  const change = () => {
    setTyped(!isTyped);
    onChange(null);
  };
  return (
    <section className="signature" aria-label={t('signature.title')}>
      <h3>{t('signature.title')}</h3>
      {isTyped ? (
        <TypedName onChange={onChange} />
      ) : (
        <DrawingPlace path={value?.kind === 'drawn' ? value.content : ''} onChange={onChange} />
      )}
      <div className="signature-acts">
        {isTyped ? null : (
          <Button disabled={value === null} onClick={() => onChange(null)}>
            {t('signature.clear')}
          </Button>
        )}
        <Button type="link" onClick={change}>
          {t(isTyped ? 'signature.draw' : 'signature.type')}
        </Button>
      </div>
    </section>
  );
}

function DrawingPlace({ path, onChange }: { path: string; onChange: (signature: Signature) => void }) {
  const { t } = useTranslation('judging');
  const place = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) =>
    pointAt({ clientX, clientY }, currentTarget.getBoundingClientRect());
  return (
    <svg
      className="signature-place"
      viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`}
      role="img"
      aria-label={t(path === '' ? 'signature.here' : 'signature.given')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        onChange({ kind: 'drawn', content: beginStroke(path, place(event)) });
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        onChange({ kind: 'drawn', content: drawTo(path, place(event)) });
      }}
    >
      {path === '' ? (
        <text x={signatureBox.width / 2} y={signatureBox.height / 2} textAnchor="middle" aria-hidden="true">
          {t('signature.here')}
        </text>
      ) : null}
      <path d={path} />
    </svg>
  );
}

function TypedName({ onChange }: { onChange: (signature: Signature | null) => void }) {
  const { t } = useTranslation('judging');
  const id = useId();
  const [name, setName] = useState('');
  const [isMeant, setMeant] = useState(false);
  const give = (typed: string, meant: boolean) => {
    setName(typed);
    setMeant(meant);
    onChange(typed.trim() !== '' && meant ? { kind: 'typed', content: typed.trim() } : null);
  };
  return (
    <>
      <label htmlFor={id}>{t('signature.name')}</label>
      <Input
        id={id}
        autoComplete="name"
        maxLength={signatureLength.typed}
        value={name}
        onChange={(event) => give(event.target.value, isMeant)}
      />
      <Checkbox checked={isMeant} onChange={(event) => give(name, event.target.checked)}>
        {t('signature.meant')}
      </Checkbox>
    </>
  );
}
