/** A number as an id that sorts like it. */
export function judgeToken(number: number): string {
  return String(number).padStart(6, '0');
}

export function numberOfToken(token: string): number {
  return Number(token);
}
