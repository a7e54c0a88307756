import { InfoCircleOutlined } from '@ant-design/icons';
import { useId, useState, type ReactNode } from 'react';

/** Explanation behind a small ⓘ: opens by click, Enter or Space, closes by Escape or when the focus leaves. */
export function Toggletip({ label, children }: { label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="toggletip" onBlur={() => setOpen(false)}>
      <button
        type="button"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        <InfoCircleOutlined aria-hidden="true" />
      </button>
      <span id={id} role="status" className="toggletip-text" hidden={!isOpen}>
        {isOpen ? children : null}
      </span>
    </span>
  );
}
