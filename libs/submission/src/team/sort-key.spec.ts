import { describe, expect, it } from '@jest/globals';
import { sortKeyOf } from './sort-key.js';

describe('sortKeyOf', () => {
  it.each([
    ['单雄信', 'shan4 xiong2 xin4'],
    ['曾国藩', 'zeng1 guo2 fan1'],
    ['仇英', 'qiu2 ying1'],
    ['解缙', 'xie4 jin4'],
    ['查良镛', 'zha1 liang2 yong1'],
    ['任正非', 'ren2 zheng4 fei1'],
    ['区志明', 'ou1 zhi4 ming2'],
    ['尉迟恭', 'yu4 chi2 gong1'],
    ['万俟卨', 'mo4 qi2 xie4'],
    ['吕布', 'lv3 bu4'],
  ])('reads %s as a name: %s', (name, key) => {
    expect(sortKeyOf(name)).toBe(key);
  });

  it('reads a surname’s character otherwise where it is no surname', () => {
    expect(sortKeyOf('欧阳单')).toBe('ou1 yang2 dan1');
  });

  it.each([
    ['Émile Zola', 'emile zola'],
    ['Suharto', 'suharto'],
    ['哈利·波特', 'ha3 li4 bo1 te4'],
    ['𠮷田', '𠮷 tian2'],
  ])('takes %s as it is written', (name, key) => {
    expect(sortKeyOf(name)).toBe(key);
  });

  it('takes the Latin form of a name in neither script', () => {
    expect(sortKeyOf('محمد', 'Muhammad')).toBe('muhammad');
    expect(sortKeyOf('محمد')).toBe('محمد'.normalize('NFKD'));
    expect(sortKeyOf('李四', 'Lee Sze')).toBe('li3 si4');
  });

  it('sorts a list as a Chinese reader expects it', () => {
    const names = ['张三', '单田芳', '曾巩', '陈一', '查慎行', '仇远', '李林', '林立'];
    const sorted = names.sort((left, right) => (sortKeyOf(left) < sortKeyOf(right) ? -1 : 1));
    expect(sorted).toEqual(['陈一', '李林', '林立', '仇远', '单田芳', '曾巩', '查慎行', '张三']);
  });
});
