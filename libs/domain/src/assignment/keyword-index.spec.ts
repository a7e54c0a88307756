import { describe, expect, it } from '@jest/globals';
import { keywordKey, KeywordIndex } from './keyword-index.js';

const index = new KeywordIndex(['Heat pump', 'AI', '机器视觉', '泵', 'AI芯片', 'Électrolyse', ' ', 'c']);

describe('keywords in a text', () => {
  it.each<[string, string, string[]]>([
    ['whatever the case and width', 'A HEAT－PUMP for homes', ['heat pump']],
    ['across line ends and punctuation', 'heat\npump, AI.', ['ai', 'heat pump']],
    ['as whole words alone', 'We maintain heat pumps', []],
    ['anywhere in Chinese', '静音水泵的机器视觉检测', ['机器视觉', '泵']],
    ['between scripts', '国产 AI 芯片', ['ai', 'ai芯片']],
    ['without their accents', 'electrolyse of water', ['electrolyse']],
    ['of one letter by itself', 'written in C', ['c']],
    ['in no text', '', []],
  ])('are found %s', (_, text, found) => {
    expect(index.found(text)).toEqual(found);
  });

  it('are not taken for the one letter that is left of them', () => {
    const languages = new KeywordIndex(['C++', 'C#', 'R&D', '５G', ' Ｃ ']);
    expect(languages.found('C++ and C#, written in C, R&D of 5G')).toEqual(['5g', 'c', 'r and d']);
    expect(new KeywordIndex(['C++', 'C#']).found('vitamin C')).toEqual([]);
    expect(['C++', 'C#', '泵！', 'c'].map(keywordKey)).toEqual(['', '', '泵', 'c']);
  });

  it('are none where there are none', () => {
    expect(new KeywordIndex([]).found('heat pump')).toEqual([]);
  });
});
