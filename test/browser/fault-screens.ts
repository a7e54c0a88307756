import { failing, id, refused, waiting } from './answers.js';
import type { Screen } from './screen.js';

const office = '/organiser/editions/goe-open';

type Place = Pick<Screen, 'as' | 'path'> & {
  readonly name: string;
  /** What it asks the server for. */
  readonly part: string;
};

/** Pages of one question to the server, which may be long in coming or refused; the pages that need both are below. */
const places: readonly Place[] = [
  { name: 'my-entries', as: 'team', path: () => '/entries', part: '/my/entries' },
  { name: 'entry', as: 'team', path: ({ entry }) => `/entries/${entry}`, part: '/entries/*' },
  { name: 'new-entry', as: 'team', path: () => '/entries/new?edition=goe-open', part: '/public/editions' },
  {
    name: 'judges-view',
    as: 'team',
    path: ({ entry }) => `/entries/${entry}/judges-view`,
    part: '/entries/*/judges-view',
  },
  {
    ...{ name: 'file-pages', as: 'team', path: ({ entry }) => `/entries/${entry}/files/${id(1)}` },
    part: '/entries/*/files',
  },
  { name: 'forms', as: 'organiser', path: () => `${office}/forms`, part: '/editions/*/forms' },
  { name: 'form-editor', as: 'organiser', path: () => `${office}/forms/all`, part: '/editions/*/forms/all' },
  { name: 'deadline', as: 'organiser', path: () => `${office}/deadline`, part: '/editions/*/deadline' },
  {
    ...{ name: 'eligibility-queue', as: 'organiser', path: () => `${office}/eligibility` },
    part: '/editions/*/eligibility?**',
  },
  {
    ...{ name: 'eligibility-entry', as: 'organiser', path: ({ entry }) => `${office}/eligibility/${entry}` },
    part: '/editions/*/eligibility/entries/*',
  },
  {
    ...{ name: 'eligibility-setting', as: 'organiser', path: () => `${office}/eligibility/setting` },
    part: '/editions/*/eligibility/setting',
  },
  { name: 'due-diligence', as: 'organiser', path: () => `${office}/due-diligence`, part: '/editions/*/due-diligence' },
  {
    name: 'direct-entries',
    as: 'organiser',
    path: () => `${office}/direct-entries`,
    part: '/editions/*/direct-entries',
  },
  { name: 'import', as: 'organiser', path: () => `${office}/import?file=${id(1)}`, part: '/editions/*/imports/*' },
  { name: 'outbox', as: 'organiser', path: () => `${office}/messages`, part: '/editions/*/messages?**' },
  { name: 'message', as: 'organiser', path: () => `${office}/messages/${id(4)}`, part: '/editions/*/messages/*' },
  {
    ...{ name: 'message-templates', as: 'organiser', path: () => `${office}/message-templates` },
    part: '/editions/*/message-templates',
  },
  {
    ...{ name: 'assignment', as: 'organiser', path: ({ openStage }) => `/organiser/stages/${openStage}/assignment` },
    part: '/stages/*/assignment',
  },
  { name: 'organisations', as: 'organiser', path: () => '/organiser/organisations', part: '/organisations?**' },
  { name: 'organisation', as: 'organiser', path: () => `/organiser/organisations/${id(1)}`, part: '/organisations/*' },
  {
    ...{ name: 'unrecognised-organisations', as: 'organiser', path: () => `${office}/unrecognised-organisations` },
    part: '/editions/*/unrecognised-organisations?**',
  },
];

/** Some failing pages stand in the list of their own part already. */
const listed = ['eligibility-queue', 'outbox'];

const variant = { isVariant: true, isForPictures: true } as const;

/** Pages that the server is slow to answer, or does not. */
export const faultScreens: readonly Screen[] = [
  ...places.map(({ name, part, ...place }) => ({
    ...{ ...place, ...variant, name: `${name}-coming` },
    prepare: waiting(part),
  })),
  ...places
    .filter(({ name }) => !listed.includes(name))
    .map(({ name, part, ...place }) => ({
      ...{ ...place, ...variant, name: `${name}-failing` },
      prepare: failing(part),
    })),
  {
    ...{ ...variant, name: 'invitation-refused', as: 'public', path: () => '/invitation' },
    prepare: async (page) => {
      // Of itself the platform would soon answer that there were too many attempts.
      await page.route('**/invitations/previews', refused('invitation-expired'));
      await page.locator('form input').fill('ABCD2345');
      await page.locator('form .ant-btn-primary').click();
      await page.locator('.ant-alert-error').waitFor();
    },
  },
  {
    ...{ ...variant, name: 'confirm-registration-refused', as: 'public' },
    path: () => '/confirm-registration#token=invented',
    prepare: async (page) => {
      await page.locator('input[type=password]').fill('a password of the test');
      await page.keyboard.press('Enter');
      await page.locator('.ant-alert-error').waitFor();
    },
  },
  {
    ...{ ...variant, name: 'set-password-refused', as: 'public', path: () => '/set-password#token=invented' },
    prepare: async (page) => {
      for (const field of await page.locator('input[type=password]').all()) await field.fill('a password of the test');
      await page.keyboard.press('Enter');
      await page.locator('.ant-alert-error').waitFor();
    },
  },
  {
    ...{ ...variant, name: 'new-entry-refused', as: 'team', path: () => '/entries/new?edition=goe-open' },
    prepare: async (page) => {
      await page.locator('.entry-save .ant-btn').click();
      await page.locator('.ant-form-item-explain-error').first().waitFor();
    },
  },
  { ...variant, name: 'new-entry-unknown', as: 'team', path: () => '/entries/new?edition=no-such' },
  { ...variant, name: 'due-diligence-case-unknown', as: 'organiser', path: () => `${office}/due-diligence/${id(9)}` },
  {
    ...{ ...variant, name: 'deadline-extending', as: 'organiser', path: () => `${office}/deadline` },
    prepare: async (page) => {
      await page.route('**/deadline/extensions', refused('request-invalid'));
      await page.locator('.extension-form input').first().fill('1');
      await page.keyboard.press('Enter');
      await page.locator('.ant-radio-wrapper').first().waitFor();
    },
  },
];
