import { type InputPlace, InputRefused } from '../refusals.js';

/** Characters of which each looks like itself and like no other, without a blank at an edge. */
const plain = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/**
 * Admits the names of a column and refuses those that would split one person, entry or criterion in two without anyone
 * seeing it: an empty one, one with a blank at its edge or a control character, and a second spelling of a known one that
 * looks the same (é and e + ´, a zero-width space, a mark of writing direction, a full-width blank).
 */
export class SpellingGuard {
  /** Names in which something does not show, by their look. */
  private readonly disguised = new Map<string, number>();
  private readonly lines: number[] = [];

  constructor(
    private readonly what: string,
    /** The number under which a name was admitted, or −1. */
    private readonly indexOf: (name: string) => number,
  ) {}

  /**
   * Admits one more name, not known yet, as the next number.
   *
   * @throws InputRefused
   */
  admit(name: string, place: InputPlace): void {
    if (plain.test(name) && !this.disguised.has(name)) {
      this.lines.push(place.line ?? 0);
      return;
    }
    const look = lookOf(name);
    if (look.trim() === '') throw new InputRefused(place, `${this.what} is empty`);
    if (name !== name.trim()) throw new InputRefused(place, `${this.what} "${name}" begins or ends with a blank`);
    if (/\p{Cc}/u.test(name)) throw new InputRefused(place, `${this.what} "${name}" has a control character`);
    const twin = this.disguised.get(look) ?? (look === name ? -1 : this.indexOf(look));
    if (twin >= 0) {
      const reason = `${this.what} "${name}" looks like the one of line ${this.lines[twin]} but is spelt with other characters`;
      throw new InputRefused(place, reason);
    }
    if (look !== name) this.disguised.set(look, this.lines.length);
    this.lines.push(place.line ?? 0);
  }

  /** Line on which a name was first seen. */
  lineOf(index: number): number {
    return this.lines[index] ?? 0;
  }
}

/** The name as a reader sees it: composed, every blank alike, without characters that nothing shows. */
function lookOf(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\p{Zs}/gu, ' ');
}
