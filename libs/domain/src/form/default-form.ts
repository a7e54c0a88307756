import type { FormDefinition } from './form-definition.js';

/** What is asked where an edition has published no form of its own: the core blocks alone. */
export const defaultForm: FormDefinition = {
  sections: [
    {
      key: 'classification',
      title: { zh: '参赛信息', en: 'Where it competes' },
      fields: [{ kind: 'core', key: 'classification' }],
    },
    {
      key: 'description',
      title: { zh: '项目内容', en: 'What it is' },
      fields: [
        { kind: 'core', key: 'description' },
        { kind: 'core', key: 'nominating-body' },
      ],
    },
    { key: 'team', title: { zh: '团队成员', en: 'Team members' }, fields: [{ kind: 'core', key: 'team' }] },
    {
      key: 'landing',
      title: { zh: '落地意向', en: 'Landing in the city' },
      fields: [{ kind: 'core', key: 'landing' }],
    },
  ],
};
