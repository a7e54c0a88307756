import { answering, at, failing, id, long, refused, type Schemas } from './answers.js';
import type { Screen } from './screen.js';

const path = () => '/organiser/editions/goe-open/organiser-recusals';
const both = (text: string) => ({ zh: text, en: text });

const recusal = (index: number): Schemas['OrganiserRecusalDto'] => ({
  ...{ id: id(index), organiser: index % 4 === 3 ? null : long.person, entryNumber: index + 1 },
  ...{ entryTitle: index % 3 === 0 ? null : `${long.title}（虚构）`, form: index % 2 === 0 ? 'by-oneself' : 'ordered' },
  ...{ reasonCode: 'adviser-of-the-team', handedTo: '组委会 Office', at, isOwn: index % 3 === 0 },
  isHandedToReader: index % 3 === 1,
});
const page = (count: number, people = 3): Schemas['OrganiserRecusalsDto'] => ({
  edition: { slug: 'goe-open', name: both('全球卓越工程师大赛（虚构）'), isDemo: true },
  reader: id(0),
  people: Array.from({ length: people }, (_, index) => ({ id: id(index), name: long.person, takesCases: true })),
  recusals: Array.from({ length: count }, (_, index) => recusal(index)),
  awaited: count === 5 ? [{ entryNumber: 12, reasonCode: 'family', at }] : [],
});
const shown = (count: number, then: string, people = 3) =>
  answering({ '/editions/*/organiser-recusals': page(count, people) }, then);

/** Organisers who step back from an entry. */
export const recusalScreens: readonly Screen[] = [
  { name: 'organiser-recusals', as: 'organiser', path, prepare: shown(5, '.data-table td') },
  {
    ...{ name: 'organiser-recusals-none', isVariant: true, as: 'organiser', path },
    prepare: shown(0, '.recusal-form', 1),
  },
  {
    ...{ name: 'organiser-recusals-crowded', isVariant: true, as: 'organiser', path },
    prepare: shown(60, '.data-table td'),
  },
  {
    ...{ name: 'organiser-recusals-refused', as: 'organiser', path },
    prepare: async (browserPage) => {
      await shown(2, '.recusal-form')(browserPage);
      const refuse = refused('organiser-recused');
      await browserPage.route('**/organiser-recusals', (route) =>
        route.request().method() === 'POST' ? refuse(route) : route.fallback(),
      );
      await browserPage.locator('#recusal-entry').fill('12');
      const choices = browserPage.locator('.recusal-form .choice select');
      await choices.nth(-2).selectOption({ index: 1 });
      await choices.last().selectOption({ index: 1 });
      await browserPage.locator('.recusal-form > .ant-btn').click();
      await browserPage.locator('[role=dialog] .ant-btn').last().click();
      await browserPage.locator('[role=dialog] .ant-alert').waitFor();
    },
  },
  { name: 'organiser-recusals-error', as: 'organiser', path, prepare: failing('/editions/*/organiser-recusals') },
];
