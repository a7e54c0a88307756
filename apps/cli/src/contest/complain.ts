/** One line to standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
