/** The command was called wrongly: exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

export interface InputPlace {
  readonly file: string;
  /** From 1; absent when the fault is not on one line. */
  readonly line?: number;
  /** Number of the field in its row, from 1. */
  readonly column?: number;
}

/** The file can't be tallied as it is: exit code 1, with file, line, column and reason. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';

  constructor({ file, line, column }: InputPlace, reason: string) {
    super(
      [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':') +
        `: ${reason}`,
    );
  }
}
