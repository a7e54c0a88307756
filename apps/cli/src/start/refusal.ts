/** A start that cannot go on for a reason the reader can mend: shown as it stands, without a stack. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}
