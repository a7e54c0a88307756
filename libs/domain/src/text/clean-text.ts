/**
 * What people type, as it is kept: in NFC, with plain line ends, without what no reader can see. Characters that turn
 * the direction of writing (U+202E) or have no width (U+200B, U+FEFF, tags) make one text look like another; half
 * characters and control characters cannot be shown at all. Joiners stay where they make what is seen: between emoji
 * (👩‍🔬) and within words of Arabic and Indic scripts. Nothing visible is changed: rare characters (𠮷) and variation
 * selectors stay.
 *
 * @example cleanText('plan\u202E\u200B B ') // 'plan B'
 */
export function cleanText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, (found) => (found === '\n' || found === '\t' ? found : ''))
    .replace(/\p{Cf}/gu, keepMeant)
    .trim();
}

/** As {@link cleanText}, on one line: a title, a name. */
export function cleanLine(typed: string): string {
  return cleanText(typed).replace(/\s*[\n\t]\s*/g, ' ');
}

/** Every text within an answer, whatever its shape, through `clean`. */
export function cleanAnswer(answer: unknown, clean: (typed: string) => string): unknown {
  if (typeof answer === 'string') return clean(answer);
  if (Array.isArray(answer)) return answer.map((part) => cleanAnswer(part, clean));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, part]) => [key, cleanAnswer(part, clean)]));
}

const joined =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}' +
  '\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Mongolian}\\p{M}]';
const afterPicture = /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?$/u;
const beforePicture = /^\p{Extended_Pictographic}/u;
const afterLetter = new RegExp(`${joined}$`, 'u');
const beforeLetter = new RegExp(`^${joined}`, 'u');
const afterFlag = /\u{1F3F4}[\u{E0020}-\u{E007E}]*$/u;
/** Format characters that are seen: signs of Arabic and Syriac numbers and verses. */
const visible = /^[\u0600-\u0605\u06DD\u070F\u08E2]$/u;
const joiners = ['\u200C', '\u200D'];
/** Enough code units before a character to tell what it belongs to. */
const reach = 24;

function keepMeant(found: string, at: number, whole: string): string {
  const before = whole.slice(Math.max(0, at - reach), at);
  const after = whole.slice(at + found.length, at + found.length + reach);
  const isMeant =
    visible.test(found) ||
    (joiners.includes(found) && afterLetter.test(before) && beforeLetter.test(after)) ||
    (found === '\u200D' && afterPicture.test(before) && beforePicture.test(after)) ||
    (/^[\u{E0020}-\u{E007F}]$/u.test(found) && afterFlag.test(before));
  return isMeant ? found : '';
}
