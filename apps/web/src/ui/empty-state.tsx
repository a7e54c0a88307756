import type { ReactNode } from 'react';

/** Says what is missing and what to do next. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {children ? <div className="empty-state-next">{children}</div> : null}
    </div>
  );
}
