import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { movedBy, shares, withinShares } from './divider-place.js';

interface SheetDividerProps {
  /** Id of the pane before it, whose width it sets. */
  pane: string;
  /** Percent; null puts it back where the page places it. */
  onMove: (share: number | null) => void;
}

/** Moves the border between the entry and its sheet: by pointer, or by the arrows; a double click puts it back. */
export function SheetDivider({ pane, onMove }: SheetDividerProps) {
  const { t } = useTranslation('judging');
  const own = useRef<HTMLDivElement>(null);
  const now = useShareOf(pane);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const layout = own.current?.parentElement?.getBoundingClientRect();
    if (!layout || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(withinShares(((event.clientX - layout.left) / layout.width) * 100));
  };
  return (
    <div
      ref={own}
      className="sheet-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('divider')}
      title={t('divider')}
      aria-controls={pane}
      aria-valuemin={shares.least}
      aria-valuemax={shares.most}
      aria-valuenow={now}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => onMove(null)}
      onKeyDown={(event) => {
        const moved = movedBy(event.key, now);
        if (moved === null) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(moved);
      }}
    />
  );
}

/** The part of the width that the pane has by now, in percent, whoever has set it. */
function useShareOf(pane: string): number {
  const [share, setShare] = useState<number>(shares.least);
  useLayoutEffect(() => {
    const element = document.getElementById(pane);
    const layout = element?.parentElement;
    if (!element || !layout) return undefined;
    const measure = () => setShare(withinShares((element.offsetWidth / layout.offsetWidth) * 100));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return share;
}
