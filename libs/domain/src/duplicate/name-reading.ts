/**
 * One key for the ways a person's name is written in letters: `Wei Wang`, `WANG, Wei` and the pinyin `wang wei` are the
 * same. The letters are joined and turned to the rotation that comes first, since a surname stands before or behind.
 *
 * @param letters a name in letters, with tone numbers or accents taken off or not
 * @returns empty where fewer than two letters are left
 */
export function nameReading(letters: string): string {
  const joined = letters
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '');
  if (joined.length < 2) return '';
  const twice = joined + joined;
  let first = joined;
  for (let at = 1; at < joined.length; at += 1) {
    const turned = twice.slice(at, at + joined.length);
    if (turned < first) first = turned;
  }
  return first;
}
