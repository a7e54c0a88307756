import type { DataSource } from 'typeorm';
import { loadConfig } from '#config';
import { createDataSource } from '#database';
import { DomainError } from '#domain';
import {
  LoginThrottleService,
  OneTimeLinkService,
  RoleService,
  SessionPolicy,
  SessionService,
  SignInService,
  UserService,
} from '#identity';
import { LedgerService } from '#ledger';
import { databaseUrl } from '../database-url.js';
import { Refusal } from '../start/refusal.js';
import { userRefusal } from './user-refusals.js';

/** The identity services on the database that the configuration names. */
export interface UserDesk {
  readonly dataSource: DataSource;
  readonly publicOrigin: string;
  readonly users: UserService;
  readonly roles: RoleService;
  readonly links: OneTimeLinkService;
  readonly signIns: SignInService;
}

function deskOn(dataSource: DataSource, config: ReturnType<typeof loadConfig>): UserDesk {
  const ledger = new LedgerService();
  const policy = new SessionPolicy(config.session.idleHours, config.session.maxHours, false);
  const sessions = new SessionService(dataSource, policy);
  const roles = new RoleService(dataSource, ledger);
  return {
    dataSource,
    publicOrigin: config.publicOrigin,
    users: new UserService(dataSource, sessions, roles, ledger),
    roles,
    links: new OneTimeLinkService(dataSource, policy, sessions, ledger),
    signIns: new SignInService(dataSource, policy, sessions, new LoginThrottleService(), ledger),
  };
}

/** Real people do not stand beside invented ones: a demo stays one, and a real installation has no demo account. */
async function assertNoDemo(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ demo: boolean }[]>('select exists (select from users where is_demo) as demo');
  if (row?.demo === true) throw new Refusal('This is the demo: it has its printed accounts and takes no real ones.');
}

/**
 * Runs one act, as the application's role.
 * @throws Refusal in words for whatever the services refuse
 */
export async function withUserDesk<T>(act: (desk: UserDesk) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const settings = { poolSize: 2, applicationName: 'leitai user' };
  const dataSource = await createDataSource(databaseUrl(config), settings).initialize();
  try {
    await assertNoDemo(dataSource);
    return await act(deskOn(dataSource, config));
  } catch (error) {
    throw error instanceof DomainError ? new Refusal(userRefusal(error)) : error;
  } finally {
    await dataSource.destroy();
  }
}
