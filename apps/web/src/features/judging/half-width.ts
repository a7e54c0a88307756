const fullWidth = /[\uFF10-\uFF19\uFF0E\u3002]/;

/** What was typed with full-width digits, in plain ones; null where there is nothing to offer. */
export function halfWidth(text: string): string | null {
  if (!fullWidth.test(text)) return null;
  return text
    .replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\uFF0E\u3002]/g, '.')
    .trim();
}
