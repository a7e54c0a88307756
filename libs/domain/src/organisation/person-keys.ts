import { organisationKey } from './organisation-name.js';

const han = /\p{Script=Han}/u;

/** Keys of a person's name as a whole, and of its Chinese and its other part by themselves: 王小明 Wang Xiaoming. */
export function personKeys(name: string): string[] {
  const words = name.split(/[\s()（）·]+/u);
  const parts = [
    name,
    words.filter((word) => han.test(word)).join(''),
    words.filter((word) => !han.test(word)).join(' '),
  ];
  return [...new Set(parts.map((part) => organisationKey(part)).filter((key) => key !== ''))];
}

const doubleNames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 慕容 司徒 司空'.split(
    ' ',
  ),
);

/** Family name of a person with a Chinese name; null of every other, where nothing says which word it is. */
export function familyName(name: string): string | null {
  const letters = [...name].filter((letter) => han.test(letter));
  if (letters.length < 2) return null;
  const double = letters.slice(0, 2).join('');
  return letters.length > 2 && doubleNames.has(double) ? double : (letters[0] ?? null);
}
