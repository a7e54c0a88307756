/** Who does something, and on which day of the contest where that lies in the past. */
export interface Act {
  /** User id; `commandLine` for the operator at the terminal. */
  readonly actor: string;
  /** YYYY-MM-DD. */
  readonly occurredOn?: string;
}
