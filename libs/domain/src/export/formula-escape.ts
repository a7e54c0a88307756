/** Begins what a spreadsheet takes for a formula, blanks and marks before it not counted. */
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const number = /^-?\d+(\.\d+)?$/;

/**
 * A text that no spreadsheet runs when it opens it as CSV: an apostrophe stands before what looks like a formula.
 * `withoutEscape` takes it back: what is exported and imported again is the same text.
 */
export function escapeFormula(text: string): string {
  if (number.test(text)) return text;
  return formula.test(text) || isEscaped(text) ? `'${text}` : text;
}

/** The text that `escapeFormula` was given; an apostrophe before anything else belongs to the text. */
export function withoutEscape(text: string): string {
  return isEscaped(text) ? text.slice(1) : text;
}

const isEscaped = (text: string) => text.startsWith("'") && (text[1] === "'" || formula.test(text.slice(1)));
