import type { Page } from 'playwright-core';
import type { Screen } from './screen.js';

const points = [
  { key: 'rights-clear', label: { zh: '知识产权归属清楚，无争议', en: 'The rights to the result are clear' } },
  { key: 'product-seen', label: { zh: '已核实样机、产品或场所', en: 'Prototype, product or premises were verified' } },
];
const refusal = { proposedBy: '王小明 Wang Xiaoming', proposedAt: '2026-11-20T02:00:00.000Z', isOwn: false };
const found = {
  ...{ id: 'a', entry: { publicId: 'b', number: 27, title: '一种不出声的水泵（虚构）' }, state: 'open', version: 2 },
  ...{ stage: { zh: '决赛', en: 'Final' }, openedAt: '2026-11-19T02:00:00.000Z', met: ['rights-clear'] },
  documents: [{ name: '营业执照 Business licence', reference: '档案 7 / file 7' }],
  ...{ note: '', checklist: null, refusal: null, decidedBy: null, decidedAt: null },
};
const proposed = { ...found, state: 'refusal-proposed', refusal };

const showing = (one: object, otherApprovers: number, then: string) => async (page: Page) => {
  const body = { version: 0, checklist: points, otherApprovers, stages: [], cases: [one] };
  await page.route('**/due-diligence', (route) => route.fulfill({ json: body }));
  await page.reload();
  await page.locator(then).first().waitFor();
};
const path = () => '/organiser/editions/small-2024/due-diligence/a';

/** A case of due diligence: open, and with a refusal that awaits its second person. */
export const dueDiligenceScreens: readonly Screen[] = [
  { name: 'due-diligence-case', as: 'organiser', path, prepare: showing(found, 1, '.verdict') },
  {
    name: 'due-diligence-case-refused',
    as: 'approver',
    path,
    prepare: async (page) => {
      await showing(proposed, 1, '.check-bar')(page);
      await page.locator('.check-bar .ant-btn').first().click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  {
    name: 'due-diligence-case-alone',
    as: 'organiser',
    path,
    prepare: showing({ ...proposed, refusal: { ...refusal, isOwn: true } }, 0, '.check-bar'),
  },
];
