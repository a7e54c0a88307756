import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dragThreshold, mostShare, movedBy, shares, withinShares } from './divider-place.js';

interface SheetDividerProps {
  /** Id of the pane before it, whose width it sets. */
  pane: string;
  /** Percent; null puts it back where the page places it. */
  onMove: (share: number | null) => void;
  /** Told once where it was left, when pointer or key is let go. */
  onRest: (share: number | null) => void;
}

/** Where a pointer took hold of it. */
interface Grip {
  at: number;
  /** From the pane's edge to the pointer, in pixels: the border stays under the finger where it was taken. */
  offset: number;
  isDragging: boolean;
}

/** Moves the border between the entry and its sheet: by pointer, or by the arrows; a double click or Enter puts it back. */
export function SheetDivider({ pane, onMove, onRest }: SheetDividerProps) {
  const { t } = useTranslation('judging');
  const grip = useRef<Grip | null>(null);
  /** Where it was moved to since it was left last; undefined: it was not. */
  const moved = useRef<number | null | undefined>(undefined);
  const { now, most } = useShareOf(pane);
  const move = (share: number | null) => {
    moved.current = share;
    onMove(share);
  };
  const rest = () => {
    if (moved.current !== undefined) onRest(moved.current);
    moved.current = undefined;
  };
  const take = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const edge = document.getElementById(pane)?.getBoundingClientRect().right ?? event.clientX;
    grip.current = { at: event.clientX, offset: event.clientX - edge, isDragging: false };
  };
  const drag = ({ currentTarget, clientX, pointerId }: PointerEvent<HTMLDivElement>) => {
    const layout = currentTarget.parentElement?.getBoundingClientRect();
    const held = grip.current;
    if (!layout || !held || !currentTarget.hasPointerCapture(pointerId)) return;
    held.isDragging ||= Math.abs(clientX - held.at) >= dragThreshold;
    if (held.isDragging) move(withinShares(((clientX - held.offset - layout.left) / layout.width) * 100, most));
  };
  const letGo = () => {
    grip.current = null;
    rest();
  };
  return (
    <div
      className="sheet-divider"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('divider')}
      title={t('divider')}
      aria-controls={pane}
      aria-valuemin={shares.least}
      aria-valuemax={most}
      aria-valuenow={now}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => {
        move(null);
        rest();
      }}
      onKeyUp={rest}
      onKeyDown={(event) => {
        const isBack = event.key === 'Enter' || event.key === 'Delete';
        const place = movedBy(event.key, now, most);
        if (place === null && !isBack) return;
        event.preventDefault();
        event.stopPropagation();
        move(place);
      }}
    />
  );
}

const remOf = () => Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize);

/** The part of the width that the pane has by now, whoever has set it, and the most it may have; in percent. */
function useShareOf(pane: string): { now: number; most: number } {
  const [share, setShare] = useState<{ now: number; most: number }>({ now: shares.least, most: shares.most });
  useLayoutEffect(() => {
    const element = document.getElementById(pane);
    const layout = element?.parentElement;
    if (!element || !layout) return undefined;
    const measure = () => {
      const most = mostShare(layout.offsetWidth, remOf());
      setShare({ now: withinShares((element.offsetWidth / layout.offsetWidth) * 100, most), most });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(layout);
    return () => observer.disconnect();
  }, [pane]);
  return share;
}
