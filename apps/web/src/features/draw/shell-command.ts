import { purposeOf } from '#domain/draw/draw-document';
import type { DrawKind } from './queries.js';

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** What a shell computes the ticket of a member with: anybody has `printf` and `sha256sum`. */
export function ticketCommand(seed: string, kind: DrawKind, member: string): string {
  return `printf '%s\\n%s\\n%s' ${quoted(seed)} ${purposeOf[kind]} ${quoted(member)} | sha256sum`;
}
