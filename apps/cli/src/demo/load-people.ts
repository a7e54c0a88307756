import { OneTimeLinkService, RoleService, UserService, type Role } from '#identity';
import { commandLine } from '#ledger';
import type { DemoPeople, DemoWorld } from './demo-world.js';
import { demoJudgeEmail } from './plan-judges.js';

export interface DemoLogin {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly note: { readonly zh: string; readonly en: string };
}

/** The only demo accounts with a password. They are well known: the demo listens on the machine itself alone. */
export const demoLogins: readonly DemoLogin[] = [
  {
    role: 'organiser',
    email: 'organiser@demo.invalid',
    password: 'demo-organiser-2024',
    note: { zh: '组委会：阶段进度、名单、落地意向', en: 'organiser: walls, award lists, landing intents' },
  },
  {
    role: 'organiser',
    email: 'approver@demo.invalid',
    password: 'demo-approver-2024',
    note: { zh: '组委会第二人：复核并发布名单', en: 'second organiser: may approve and publish' },
  },
  {
    role: 'judge',
    email: demoJudgeEmail,
    password: 'demo-judge-2024',
    note: { zh: '评委：开放届次中有待评项目', en: 'judge: entries wait in the open editions' },
  },
  {
    role: 'team-lead',
    email: 'team@demo.invalid',
    password: 'demo-team-2024',
    note: { zh: '项目负责人：开放届次中有一个参赛项目', en: 'team lead: one entry in an open edition' },
  },
];

/** In both languages: a name is shown as it stands, whatever language the reader chose. */
const names = [
  '组委会·演示 Demo organiser',
  '复核人·演示 Demo approver',
  '评委·演示 Demo judge',
  '负责人·演示 Demo team lead',
];

/** The accounts with a password; roles follow with each edition. */
export async function loadPeople(world: DemoWorld): Promise<DemoPeople> {
  const users = world.service(UserService);
  const ids = await world.transaction(async (manager) => {
    const made: string[] = [];
    for (const [index, { email }] of demoLogins.entries()) {
      made.push(await users.create(manager, { email, displayName: names[index] ?? email, isDemo: true }, commandLine));
    }
    return made;
  });
  const [organiser = '', approver = '', judge = '', teamLead = ''] = ids;
  return { organiser, approver, judge, teamLead };
}

/** The roles of the people in one edition. */
export async function grantRoles(
  world: DemoWorld,
  people: DemoPeople,
  edition: { readonly id: string; readonly isOpen: boolean },
): Promise<void> {
  const grants: { userId: string; role: Role; mayApprove: boolean }[] = [
    { userId: people.organiser, role: 'organiser', mayApprove: false },
    { userId: people.approver, role: 'organiser', mayApprove: true },
    ...(edition.isOpen
      ? ([
          { userId: people.judge, role: 'judge', mayApprove: false },
          { userId: people.teamLead, role: 'team-lead', mayApprove: false },
        ] as const)
      : []),
  ];
  const roles = world.service(RoleService);
  await world.transaction(async (manager) => {
    for (const grant of grants) {
      await roles.grant(manager, { ...grant, editionId: edition.id, grantedBy: null });
    }
  });
}

/** Given last: nobody can sign in to a demo that is not whole. */
export async function givePasswords(world: DemoWorld, people: DemoPeople): Promise<void> {
  const ids = [people.organiser, people.approver, people.judge, people.teamLead];
  const links = world.service(OneTimeLinkService);
  await world.transaction(async (manager) => {
    for (const [index, { password }] of demoLogins.entries()) {
      await links.givePassword(manager, ids[index] ?? '', password);
    }
  });
}
