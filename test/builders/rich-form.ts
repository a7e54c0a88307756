import type { FormDefinition, OwnField } from '#domain';

const both = (zh: string, en: string) => ({ zh, en });
const options = (...given: [value: string, zh: string, en: string, about?: { zh: string; en: string }][]) =>
  given.map(([value, zh, en, about]) => ({ value, label: both(zh, en), ...(about ? { about } : {}) }));
const abroad = { field: 'countryCode', isNot: ['CN'] };

const company: readonly OwnField[] = [
  {
    ...{ kind: 'short-text', key: 'credit-code', label: both('统一社会信用代码', 'Unified social credit code') },
    ...{ maximumLength: 18, format: 'unified-social-credit-code', visibleWhen: { field: 'countryCode', is: ['CN'] } },
  },
  {
    ...{ kind: 'short-text', key: 'registration-number', label: both('注册登记号', 'Registration number') },
    ...{ maximumLength: 60, visibleWhen: abroad, isRequired: true },
  },
  {
    ...{ kind: 'choice', key: 'visa-letter', label: both('是否需要签证邀请函', 'Do you need a visa letter?') },
    ...{ options: options(['yes', '需要', 'Yes'], ['no', '不需要', 'No']), visibleWhen: abroad },
  },
  {
    ...{ kind: 'person-list', key: 'travellers', label: both('来华人员', 'Who will travel'), maximumCount: 6 },
    ...{ parts: ['passportName', 'email', 'phone'], requiredParts: ['passportName'] },
    ...{ visibleWhen: { field: 'visa-letter', is: ['yes'] }, isRequired: true },
  },
  {
    kind: 'money',
    key: 'revenue',
    label: both('上年营业收入', 'Revenue of last year'),
    currencies: ['CNY', 'USD', 'EUR'],
  },
  { kind: 'phone', key: 'phone', label: both('联系电话', 'Phone'), isRequired: true },
  { kind: 'email', key: 'email', label: both('联系邮箱', 'E-mail') },
  { kind: 'country', key: 'made-in', label: both('产地', 'Made in') },
  { kind: 'date', key: 'founded', label: both('成立日期', 'Founded on'), latest: '2026-12-31' },
];

const landing: readonly OwnField[] = [
  {
    ...{ kind: 'district', key: 'districts-wanted', label: both('意向区县', 'Districts in order of preference') },
    ...{ maximumCount: 3, allowsUndecided: true },
    options: options(
      [
        'liangjiang',
        '两江新区',
        'Liangjiang New Area',
        both('汽车、电子\n临空临港', 'Cars, electronics\nNext to the airport'),
      ],
      [
        'high-tech',
        '西部科学城重庆高新区',
        'Chongqing High-tech Zone',
        both('集成电路\n大学城', 'Chips\nUniversities'),
      ],
      ['bishan', '璧山区', 'Bishan District', both('动力电池\n紧邻高新区', 'Batteries\nNext to the zone')],
    ),
  },
  {
    ...{
      kind: 'number',
      key: 'land-area',
      label: both('用地需求', 'Land needed'),
      decimals: 1,
      unit: both('亩', 'mu'),
    },
    besideUnit: { unit: both('平方米', 'm²'), factor: '666.6667' },
  },
  {
    ...{ kind: 'multi-choice', key: 'support', label: both('需要的支持', 'Support wanted'), maximumCount: 2 },
    options: options(['office', '办公场地', 'Office'], ['funds', '资金', 'Funds'], ['talent', '人才', 'Talent']),
  },
];

/** A form with every kind of field but files, in five sections, with a set of questions for teams from abroad alone. */
export const richForm: FormDefinition = {
  sections: [
    { key: 'where', title: both('参赛类别', 'Where it belongs'), fields: [{ kind: 'core', key: 'classification' }] },
    {
      key: 'what',
      title: both('项目内容', 'The entry'),
      fields: [
        { kind: 'core', key: 'description' },
        { kind: 'core', key: 'nominating-body', visibleWhen: { field: 'countryCode', is: ['CN'] } },
        {
          ...{ kind: 'long-text', key: 'innovation', label: both('核心创新点', 'What is new'), isRequired: true },
          help: both('说明与现有技术相比的不同。', 'Say how it differs from the state of the art.'),
          ...{ maximumLength: 800, minimumLength: 20, readers: [{ role: 'judge' }] },
        },
        {
          ...{ kind: 'table', key: 'patents', label: both('知识产权', 'Intellectual property'), maximumCount: 10 },
          columns: [
            { key: 'title', label: both('名称', 'Title'), kind: 'text', isRequired: true },
            { key: 'granted', label: both('授权日期', 'Granted on'), kind: 'date' },
          ],
        },
        { kind: 'video-link', key: 'video', label: both('演示视频', 'Video'), hosts: ['bilibili.com', 'vimeo.com'] },
      ],
    },
    { key: 'company', title: both('参赛单位', 'The company'), fields: company },
    { key: 'team', title: both('团队成员', 'The team'), fields: [{ kind: 'core', key: 'team' }] },
    { key: 'landing', title: both('落地', 'Landing'), fields: [{ kind: 'core', key: 'landing' }, ...landing] },
  ],
};
