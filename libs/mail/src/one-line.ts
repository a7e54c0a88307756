/**
 * A text that somebody typed, as one line: line breaks and other control characters, and those that turn the direction of
 * writing, become spaces. What stands in a header can then not begin another one.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
