import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { keepPage, keepZoom, keptPage, keptZoom, zooms } from './kept-place.js';

export interface Viewer {
  /** Ref of the element that scrolls. */
  readonly attach: (frame: HTMLDivElement | null) => void;
  readonly page: number;
  readonly zoom: number;
  readonly goTo: (page: number) => void;
  readonly zoomBy: (steps: number) => void;
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Where a page begins is where the frame then stands. */
function scrollTo(frame: HTMLElement, page: number): void {
  const target = frame.querySelector<HTMLElement>(`[data-page="${page}"]`);
  if (target) frame.scrollTo({ top: target.offsetTop });
}

/** Whether the frame stands where going to a page has brought it: as far as there is anything to scroll. */
function standsAt(frame: HTMLElement, page: number): boolean {
  const target = frame.querySelector<HTMLElement>(`[data-page="${page}"]`);
  if (!target) return false;
  const top = Math.min(target.offsetTop, frame.scrollHeight - frame.clientHeight);
  return Math.abs(frame.scrollTop - top) < 2;
}

/** The page of which most readers would say that they are on it: the last that begins in the upper third. */
function pageAt(frame: HTMLElement): number {
  const line = frame.scrollTop + frame.clientHeight / 3;
  const begun = [...frame.querySelectorAll<HTMLElement>('[data-page]')].filter(({ offsetTop }) => offsetTop <= line);
  return Number(begun.at(-1)?.dataset['page'] ?? 1);
}

/**
 * Where a reader is in a file, by scrolling, by buttons and by keys; the place is found again on this device.
 *
 * @param there pages that may be gone to
 */
export function useViewer(id: string, there: number): Viewer {
  const [frame, attach] = useState<HTMLDivElement | null>(null);
  const [page, setPage] = useState(() => Math.max(1, Math.min(keptPage(id), there)));
  const [zoom, setZoom] = useState(keptZoom);
  const isRestored = useRef(false);
  // Where the reader wanted to go: several pages may be in sight at once.
  const aimed = useRef(page);

  useEffect(() => {
    const kept = keptPage(id);
    // Of a file that is still rendered, the page may come later.
    if (frame === null || isRestored.current || kept > there) return;
    isRestored.current = true;
    if (kept > 1) scrollTo(frame, kept);
  }, [id, there, frame]);

  // A page keeps its place while everything around it grows or shrinks.
  const zoomedAt = useRef<number | null>(null);
  useEffect(() => {
    if (frame !== null && zoomedAt.current !== null) scrollTo(frame, zoomedAt.current);
  }, [zoom, frame]);

  const goTo = (number: number) => {
    if (frame === null || number < 1 || number > there) return;
    isRestored.current = true;
    aimed.current = number;
    setPage(number);
    keepPage(id, number);
    scrollTo(frame, number);
  };
  const onScroll = () => {
    if (frame === null) return;
    const number = standsAt(frame, aimed.current) ? aimed.current : pageAt(frame);
    aimed.current = number;
    if (number === page) return;
    setPage(number);
    keepPage(id, number);
  };
  const zoomBy = (steps: number) => {
    const next = zooms[zooms.findIndex((one) => one === zoom) + steps];
    if (next === undefined) return;
    zoomedAt.current = page;
    setZoom(next);
    keepZoom(next);
  };

  const acts: Readonly<Record<string, () => void>> = {
    ArrowRight: () => goTo(page + 1),
    ArrowLeft: () => goTo(page - 1),
    Home: () => goTo(1),
    End: () => goTo(there),
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { attach, page, zoom, goTo, zoomBy, onScroll, onKeyDown };
}
