import { newIntention } from './client.js';

export type StageEvent = { stageId: string; fence: number | null };
type Listener = { event: (event: StageEvent) => void; state: (isOpen: boolean) => void };

const listeners = new Map<string, Listener>();
let source: EventSource | null = null;
let isOpen = false;
let reopening: ReturnType<typeof setTimeout> | undefined;

function tell(state: boolean): void {
  isOpen = state;
  for (const listener of listeners.values()) listener.state(state);
}

function open(): void {
  // EventSource reconnects by itself and sends Last-Event-ID; only a refused answer closes it for good.
  source = new EventSource('/api/v1/events');
  source.addEventListener('open', () => tell(true));
  source.addEventListener('stage', (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as StageEvent;
    for (const listener of listeners.values()) listener.event(event);
  });
  source.addEventListener('error', () => {
    tell(false);
    if (source?.readyState === EventSource.CLOSED) reopening = setTimeout(open, 10_000);
  });
}

/** One stream a page, shared by all who listen; closed when nobody does. `state` says whether the stream stands. */
export function listenToStages(listener: Listener): () => void {
  const id = newIntention();
  listeners.set(id, listener);
  if (source === null) open();
  else listener.state(isOpen);
  return () => {
    listeners.delete(id);
    if (listeners.size > 0) return;
    clearTimeout(reopening);
    source?.close();
    source = null;
    isOpen = false;
  };
}
