import type { Page } from 'playwright-core';
import { at, id, later, long } from './answers.js';
import { standing } from './entry-timelines.js';

const china = { code: 'CN', name: { zh: '中国', en: 'China' } };
const saintVincent = { code: 'VC', name: { zh: '圣文森特和格林纳丁斯', en: 'Saint Vincent and the Grenadines' } };
const roles = ['lead', ...Array.from({ length: 11 }, () => 'member'), 'adviser', 'adviser', 'adviser', 'adviser'];

/** Twelve members and four advisers in every state of joining, with names and addresses as long as they come. */
const people = roles.map((role, index) => ({
  ...{ id: id(index), role, isMe: index === 0, hasJoined: index % 3 === 0, mayEdit: index % 6 === 0 },
  name: index % 2 === 0 ? long.person : `欧阳娜娜·${index}`,
  latinName: index % 2 === 0 ? null : 'OUYANG Nana',
  organisation: index % 4 === 3 ? null : long.organisation,
  country: index % 2 === 0 ? saintVincent : china,
  phone: index % 5 === 4 ? null : '+17845550123',
  email: index % 5 === 4 ? null : long.email,
  invitation: index % 3 === 1 ? { expiresAt: later, isMailed: true, isExpired: index % 2 === 0 } : null,
}));
const members = people.map(({ id: member, role, name, organisation }) => ({
  ...{ id: member, role, name },
  ...(organisation === null ? {} : { organisation }),
}));

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const files = Array.from({ length: 5 }, (_, index) => ({
  ...{ publicId: id(100 + index), fieldKey: 'attachments', name: `${index + 1}_${long.file}`, size: 209_715_200 },
  ...{ sha256, state: index === 4 ? 'filed' : 'ready', refusal: null, scan: 'clean' },
  bytesUntil: index === 4 ? later : null,
  copy: { state: 'ready', fault: null, pageCount: 480, bytes: 48_000_000 },
}));
const versions = Array.from({ length: 14 }, (_, index) => ({
  ...{ number: 14 - index, receipt: sha256, files: 5 },
  at: new Date(Date.parse(at) - index * 11 * 3_600_000).toISOString(),
}));
const text = {
  subject: `《${long.title}》需要补正：请在截止时间之前更新项目（全球卓越工程师大赛）`,
  body: `您好！\n\n${long.sentence}\n\nhttps://example.invalid/${'very-long-address-'.repeat(8)}`,
  short: long.title,
};
const notices = Array.from({ length: 20 }, (_, index) => ({
  ...{ publicId: id(200 + index), template: 'eligibility-correction', texts: { zh: text, en: text }, link: '/entries' },
  ...{ recordedAt: at, readAt: index < 3 ? null : at },
}));
const offices = ['organiser', 'executive-organiser', 'panel-secretary', 'discipline-supervisor', 'judge'];

const answers: Readonly<Record<string, unknown>> = {
  team: { isLead: true, mayEdit: true, isWithdrawn: false, members: people },
  avoidances: {
    avoidances: ['person', 'employer', 'person'].map((kind) => ({
      ...{ kind, reason: long.sentence },
      name: kind === 'person' ? long.person : long.organisation,
    })),
  },
  versions: { versions },
  'version-changes?**': {
    changes: [
      { key: 'title', change: 'changed', before: long.title, after: `${long.title}（二期）` },
      { key: 'summary', change: 'changed', before: long.sentence, after: long.sentence.repeat(2) },
    ],
    members: { added: [long.person], removed: [] },
    files: { added: [long.file], removed: [`old_${long.file}`] },
  },
  readers: {
    groups: ['answers', 'team', 'files', 'landing'].map((group) => ({ group, roles: offices })),
    files: Array.from({ length: 4 }, (_, index) => ({
      ...{ publicId: `f${index}`, name: long.file, roles: offices, label: { zh: '商业计划书', en: 'Business plan' } },
      stages: [{ name: { zh: '网络评审', en: 'Online review' }, isBlind: true }],
      offices: index === 0 ? [{ zh: long.sentence, en: long.sentence }] : [],
    })),
    openings: Array.from({ length: 12 }, (_, index) => ({
      ...{ at, what: index % 2 === 0 ? 'answers' : 'file', name: index % 2 === 0 ? null : long.file },
      ...{ file: null, roles: ['organiser'] },
    })),
  },
  receipt: { number: 10_432, receipt: sha256, submittedAt: at, version: 14, isLate: true, files },
  eligibility: {
    ...{ state: 'needs-correction', isCorrectable: true, correctUntil: later, checkedAt: null },
    reasons: [
      {
        key: 'one',
        label: { zh: '缺少加盖公章的推荐单位意见', en: 'The nominating body’s sealed statement is missing' },
      },
      { key: 'two', label: { zh: '团队成员与上传的承诺书不一致', en: 'Members differ from the signed declaration' } },
    ],
    note: { zh: long.sentence, en: `The declaration names ten people. ${'Add the others. '.repeat(8)}` },
  },
};

/** A submitted entry with as much of everything as a team may have, before a correction that is asked for. */
export async function crowdEntry(page: Page): Promise<void> {
  await standing(page, 'needs-correction');
  for (const [part, json] of Object.entries(answers)) {
    await page.route(`**/api/v1/entries/*/${part}`, (route) => route.fulfill({ json }));
  }
  await page.route('**/api/v1/my/notices?entry=*', (route) =>
    route.fulfill({ json: { notices, unread: 112, nextCursor: id(219) } }),
  );
  await page.route('**/api/v1/entries/*/files', async (route) => {
    const response = await route.fetch();
    const { fields } = (await response.json()) as { fields: object[] };
    await route.fulfill({ response, json: { fields, files } });
  });
  await page.route('**/api/v1/entries/*', async (route) => {
    const response = await route.fetch();
    const entry = (await response.json()) as { form: object };
    const form = { ...entry.form, title: long.title, nominatingBody: long.organisation, members };
    const submitted = { state: 'submitted', number: 10_432, version: 14, isOpen: false, submittedAt: at };
    await route.fulfill({ response, json: { ...entry, ...submitted, title: long.title, form } });
  });
  await page.reload();
  await page.locator('#readers dl').first().waitFor();
}
