import { Command, Option } from 'commander';
import type { AccountFlags, GrantFlags, RoleFlags, UserFlags } from './user-flags.js';

const roles = [
  'organiser',
  'executive-organiser',
  'panel-secretary',
  'judge',
  'panel-chair',
  'team-lead',
  'team-member',
  'problem-owner',
  'district-officer',
  'discipline-supervisor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];

const email = () => new Option('--email <address>', 'e-mail address of the account').makeOptionMandatory();
const role = (meaning = 'role to give') => new Option('--role <role>', meaning).choices(roles).makeOptionMandatory();
const edition = () => new Option('--edition <slug>', 'edition of the role; administrators have none');
const mayApprove = () => new Option('--may-approve', 'may be the second person of a two-person act');
const by = () =>
  new Option(
    '--by <address>',
    'the security administrator who answers for it, whose password is asked for or read from standard input',
  );

/** `leitai user …`: accounts of a real installation. What a command needs is loaded when it runs. */
export function userCommand(): Command {
  const user = new Command('user').description('accounts and roles');
  user
    .command('create')
    .description('make an account with a role and print a one-time link by which its owner sets a password')
    .addOption(role())
    .addOption(edition())
    .addOption(email())
    .requiredOption('--name <name>', 'name as others see it')
    .addOption(new Option('--locale <locale>', 'language of the pages').choices(['zh', 'en']).default('zh'))
    .addOption(mayApprove())
    .addOption(by())
    .action(async (flags: UserFlags) => (await import('./user-acts.js')).createUser(flags));
  user
    .command('grant')
    .description('give an account another role')
    .addOption(email())
    .addOption(role())
    .addOption(edition())
    .addOption(mayApprove())
    .addOption(by())
    .action(async (flags: GrantFlags) => (await import('./user-acts.js')).grantRole(flags));
  user
    .command('revoke')
    .description('take one role back from an account')
    .addOption(email())
    .addOption(role('role to take back'))
    .addOption(edition())
    .addOption(by())
    .action(async (flags: RoleFlags) => (await import('./user-acts.js')).revokeRole(flags));
  user
    .command('link')
    .description('print a new one-time link; links printed before are void')
    .addOption(email())
    .addOption(by())
    .action(async (flags: AccountFlags) => (await import('./user-acts.js')).issueLink(flags));
  user
    .command('list')
    .description('every account with its roles')
    .action(async () => (await import('./user-acts.js')).listUsers());
  user
    .command('disable')
    .description('end every session and every role of an account and let it sign in no more')
    .addOption(email())
    .addOption(by())
    .action(async (flags: AccountFlags) => (await import('./user-acts.js')).disableUser(flags));
  return user;
}
