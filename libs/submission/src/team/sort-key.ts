import { pinyin } from 'pinyin-pro';

/** Words from behind by the longest match: for names it reads as the costlier search for the likeliest words does. */
const segmentit = 1;

/**
 * What a name is sorted by, in byte order: pinyin with tones where it is written in Han characters, the surname by its
 * reading as a surname (单 shan, 曾 zeng, 仇 qiu); letters without their marks elsewhere; the Latin form where the name
 * is written in neither. The name itself is never split or changed.
 *
 * @param name as typed
 * @param latinName as the person writes it in Latin letters
 */
export function sortKeyOf(name: string, latinName?: string | null): string {
  const isHan = /\p{Script=Han}/u.test(name);
  if (!isHan && !/\p{Script=Latin}/u.test(name) && latinName) return folded(latinName);
  if (!isHan) return folded(name);
  const syllables = pinyin(name, {
    ...{ toneType: 'num', type: 'array', surname: 'head', nonZh: 'consecutive', v: true },
    segmentit,
  });
  return folded(syllables.join(' '));
}

const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s·・]+/gu, ' ')
    .trim();
