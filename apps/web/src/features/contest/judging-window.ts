import type { Schemas } from '../../api/client.js';

/** A judging window as judges see it, and with its real opening and closing as organisers do. */
export type JudgingWindow = Schemas['DeskWindowDto'] & Partial<Pick<Schemas['WallWindowDto'], 'openedAt' | 'closedAt'>>;
