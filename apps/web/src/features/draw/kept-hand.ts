import { unsavedPrefix } from '../identity/unsaved-work.js';
import type { DrawDemands } from './draw-demands.js';

/** Of a draw by hand: typed from paper, and long. */
type HandWork = Pick<DrawDemands, 'way' | 'kind' | 'handText'>;

/** What was drawn by hand stays in the tab while it is being typed: a reload or a wrong link loses none of it. */
export function keptHand(stageId: string) {
  const key = `${unsavedPrefix}draw.${stageId}`;
  return {
    read: (): Partial<HandWork> => JSON.parse(window.sessionStorage.getItem(key) ?? '{}') as Partial<HandWork>,
    keep: ({ way, kind, handText }: DrawDemands) => {
      if (handText.trim() === '') window.sessionStorage.removeItem(key);
      else window.sessionStorage.setItem(key, JSON.stringify({ way, kind, handText }));
    },
    drop: () => window.sessionStorage.removeItem(key),
  };
}
