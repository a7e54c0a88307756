/** The part of a receipt that a person reads aloud: its first twelve digits in threes of four (回执号). */
export function receiptNumber(receipt: string): string {
  return receipt
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}
