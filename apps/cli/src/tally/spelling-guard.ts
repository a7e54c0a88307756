import { InputRefused } from './refusals.js';

/**
 * Admits the names of a column and refuses those that would split one person or entry in two without anyone seeing
 * it: an empty one, one with a blank at its edge, and a second Unicode spelling of a known one (é and e + ´).
 */
export class SpellingGuard {
  private readonly names = new Map<string, { readonly name: string; readonly line: number }>();
  private readonly namesByNormal = new Map<string, string>();

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
    if (name === '') throw new InputRefused(place, `${this.what} is empty`);
    if (name !== name.trim()) throw new InputRefused(place, `${this.what} "${name}" begins or ends with a blank`);
    const normal = name.normalize('NFC');
    const twin = this.names.get(this.namesByNormal.get(normal) ?? name);
    if (twin) {
      const reason = `${this.what} "${name}" looks like the one of line ${twin.line} but is spelt with other characters`;
      throw new InputRefused(place, reason);
    }
    this.namesByNormal.set(normal, name);
    this.names.set(name, { name, line });
    return name;
  }
}
