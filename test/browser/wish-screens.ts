import { answering, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = () => '/judging/wishes';
const names = [
  ['智能网联新能源汽车', 'Intelligent connected new energy vehicles'],
  ['新一代电子信息制造业', 'Next-generation electronic information manufacturing'],
  ['先进材料', 'Advanced materials'],
  ['数字文创与超高清视频内容制作', 'Digital creative industries and ultra-high-definition video production'],
] as const;
const said = ['gladly', null, 'rather-not', null] as const;
const wishes: Schemas['JudgeWishesDto'] = {
  editions: [
    {
      ...{ slug: 'goe-open', isDemo: true, name: { zh: '全球卓越工程师大赛', en: 'Global Outstanding Engineers' } },
      fieldGroups: names.map(([zh, en], index) => ({
        ...{ id: `01990000-0000-7000-8000-00000000000${index}`, name: { zh, en }, wish: said[index] ?? null },
      })),
    },
  ],
};
const none: Schemas['JudgeWishesDto'] = { editions: [] };
const part = '/my/wishes';

/** What a judge says of field groups before entries are given out. */
export const wishScreens: readonly Screen[] = [
  { ...{ name: 'wishes', as: 'judge', path }, prepare: answering({ [part]: wishes }, '.wish') },
  {
    ...{ name: 'wishes-none', isVariant: true, as: 'judge', path },
    prepare: answering({ [part]: none }, '.empty-state'),
  },
  {
    ...{ name: 'wishes-changed', isVariant: true, as: 'judge', path },
    prepare: async (page) => {
      await answering({ [part]: wishes }, '.wish')(page);
      await page.locator('.wish input').nth(3).check();
    },
  },
];
