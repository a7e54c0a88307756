import { type InputPlace, InputRefused, WrongUsage } from '../refusals.js';
import { optionName, type TypedOptions } from '../tally-options.js';

type ColumnOption = keyof TypedOptions & `${string}Column`;

/** The columns of a header row, of which none can be two things. */
export class HeaderColumns {
  private readonly takenBy = new Map<number, string>();

  constructor(
    private readonly header: readonly string[],
    private readonly place: InputPlace,
    private readonly typed: TypedOptions,
  ) {}

  /**
   * The column that the option names, or that has the usual name, from 0.
   *
   * @throws WrongUsage when a column named in an option is not there; InputRefused when the usual one is not, or a name
   *   stands there twice.
   */
  needed(key: ColumnOption, usual: string): number {
    const at = this.found(key, usual);
    if (at !== null) return at;
    throw new InputRefused(this.place, `no column "${usual}" (see ${optionName(key)}); the header has ${this.listed}`);
  }

  /** The same, or null where there is none. @param usual null: only where the option names one */
  found(key: ColumnOption, usual: string | null): number | null {
    const { header, place, typed } = this;
    const name = typed[key] ?? usual;
    if (name === null) return null;
    const at = header.indexOf(name);
    if (at >= 0 && header.indexOf(name, at + 1) >= 0) {
      throw new InputRefused({ ...place, column: at + 1 }, `the column "${name}" stands in the header twice`);
    }
    if (at >= 0) return this.taken(at, key);
    if (typed[key] === undefined) return null;
    throw new WrongUsage(`${optionName(key)}: ${place.file} has no column "${name}"; it has ${this.listed}`);
  }

  private taken(at: number, key: ColumnOption): number {
    const other = this.takenBy.get(at);
    if (other !== undefined) {
      throw new WrongUsage(`${optionName(key)}: the column "${this.header[at]}" is that of ${other} already`);
    }
    this.takenBy.set(at, optionName(key));
    return at;
  }

  private get listed(): string {
    return this.header.map((name) => `"${name}"`).join(', ');
  }
}
