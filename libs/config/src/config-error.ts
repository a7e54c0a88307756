/** What is wrong with one variable; never holds its value, which may be a secret. */
export type ConfigProblem = { readonly variable: string; readonly message: string };

/** The configuration cannot be used. Carries every problem at once, so that one look is enough to mend it. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, message }) => `  ${variable} ${message}`);
    super(`The configuration cannot be used:\n${lines.join('\n')}`);
    this.name = 'ConfigError';
  }
}
