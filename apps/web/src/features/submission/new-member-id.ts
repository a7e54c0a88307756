import { newIntention } from '../../api/client.js';

/** A random uuid (version 4) by which a new member stays the same person, whatever name is typed later. */
export function newMemberId(): string {
  const hex = newIntention();
  const variant = ((Number.parseInt(hex.charAt(16), 16) % 4) + 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
