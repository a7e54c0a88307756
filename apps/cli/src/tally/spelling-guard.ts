import { InputRefused } from './refusals.js';

/**
 * Admits the names of a column and refuses those that would split one person, entry or criterion in two without anyone
 * seeing it: an empty one, one with a blank at its edge, and a second spelling of a known one that looks the same (é and
 * e + ´, a zero-width space, a mark of writing direction).
 */
export class SpellingGuard {
  private readonly names = new Map<string, { readonly name: string; readonly line: number }>();
  private readonly namesByLook = new Map<string, string>();

  constructor(
    private readonly file: string,
    private readonly what: string,
    private readonly column: number,
  ) {}

  /**
   * @returns the first copy of the name, so that later ones need no memory
   * @throws InputRefused
   */
  admit(name: string, line: number): string {
    const admitted = this.names.get(name);
    if (admitted) return admitted.name;
    const place = { file: this.file, line, column: this.column };
    const look = lookOf(name);
    if (look.trim() === '') throw new InputRefused(place, `${this.what} is empty`);
    if (name !== name.trim()) throw new InputRefused(place, `${this.what} "${name}" begins or ends with a blank`);
    const twin = this.names.get(this.namesByLook.get(look) ?? name);
    if (twin) {
      const reason = `${this.what} "${name}" looks like the one of line ${twin.line} but is spelt with other characters`;
      throw new InputRefused(place, reason);
    }
    this.namesByLook.set(look, name);
    this.names.set(name, { name, line });
    return name;
  }
}

/** The name as a reader sees it: composed, without characters that nothing shows. */
function lookOf(name: string): string {
  return name.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
}
