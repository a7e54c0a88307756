/** Line of each row, kept only where rows do not follow line by line. */
export class RowLines {
  /** Rows from which the line is counted anew, and their lines. */
  private readonly rows: number[] = [];
  private readonly lines: number[] = [];
  private count = 0;
  private next = 0;

  push(line: number): void {
    if (line !== this.next) {
      this.rows.push(this.count);
      this.lines.push(line);
    }
    this.count += 1;
    this.next = line + 1;
  }

  /** @param row from 0 */
  lineOf(row: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rows[middle]! <= row) low = middle + 1;
      else high = middle;
    }
    return (this.lines[low - 1] ?? 0) + row - (this.rows[low - 1] ?? 0);
  }
}
