import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { isAdministratorRole, type Role } from '#identity';
import { Refusal } from '../start/refusal.js';
import type { UserDesk } from './user-desk.js';

/** One line from the terminal without showing it, or from standard input where there is no terminal. */
function readPassword(question: string): Promise<string> {
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const isTerminal = process.stdin.isTTY;
  if (isTerminal) process.stderr.write(question);
  const lines = createInterface({ input: process.stdin, output: silence, terminal: isTerminal });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
      if (isTerminal) process.stderr.write('\n');
    });
    lines.once('close', () => reject(new Refusal('The password of the security administrator is missing.')));
  });
}

/**
 * Who answers for an act. Administrators are made by whoever runs the system, each once; every other role is the
 * security administrator's to give, who proves it with a password.
 *
 * @returns the security administrator's uuid; null for an administrator's role
 */
export async function authorityFor(desk: UserDesk, role: Role, by: string | undefined): Promise<string | null> {
  if (isAdministratorRole(role)) return null;
  if (by === undefined) {
    throw new Refusal(`The role ${role} is the security administrator's to give: name that account with --by.`);
  }
  const password = await readPassword(`Password of ${by}: `);
  return desk.signIns.confirmAdministrator(by, password, 'security-administrator');
}
