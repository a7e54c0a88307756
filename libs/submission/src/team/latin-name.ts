/** Whether a text can stand as a name in Latin letters, as in a passport. */
export function isLatinName(text: string): boolean {
  return /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(text) && text.length <= 200;
}
