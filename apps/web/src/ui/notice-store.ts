/** Milliseconds a notice stays: enough to read two sentences. */
const stay = 8_000;

let shown: string | null = null;
let timer = 0;
const listeners = new Set<() => void>();

function set(text: string | null): void {
  shown = text;
  for (const listener of listeners) listener();
}

/** Says something that belongs to no place on the page; a new notice takes the place of the one before. */
export function showNotice(text: string): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => set(null), stay);
  set(text);
}

export function closeNotice(): void {
  window.clearTimeout(timer);
  set(null);
}

export const noticeStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: () => shown,
};
