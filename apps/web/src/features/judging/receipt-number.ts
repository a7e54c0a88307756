/** The first twelve digits of a receipt in groups of four: short enough to write on paper, as the server prints it. */
export function receiptNumber(receipt: string): string {
  return (receipt.slice(0, 12).match(/.{4}/g) ?? []).join('-').toUpperCase();
}
