import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, fieldProblem, isEmail } from '#domain';
import { MailService } from '#mail';
import { attemptKeys, LoginThrottleService } from './login-throttle.service.js';
import { OneTimeLinkService } from './one-time-link.service.js';
import { administratorRoles } from './role.js';
import { SessionPolicy } from './session-policy.js';
import { normalEmail } from './user.service.js';

const lifetimeHours = 2;
/** Letters to one address in a day; whoever asks more often gets the same answer and no letter. */
const lettersADay = 5;
/** Longer than the work takes: a known address answers no later than an unknown one. */
const answerMilliseconds = 400;

interface Account {
  readonly id: string;
  readonly email: string;
  readonly locale: 'zh' | 'en';
}

/**
 * A link for somebody who has forgotten the password, by mail to the account's address alone. Whether there is an account
 * is told to nobody else: answer and time of the answer are the same. Administrators get theirs at the terminal, and
 * whoever has never had a password theirs with the invitation.
 */
@Injectable()
export class ForgottenPasswordService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
    private readonly throttle: LoginThrottleService,
    private readonly links: OneTimeLinkService,
    private readonly mail: MailService,
  ) {}

  /**
   * @param source where the request comes from, an IP address
   * @throws DomainError `request-invalid` naming `email`, `too-many-attempts`
   */
  async ask(given: string, source: string): Promise<void> {
    const email = normalEmail(given);
    if (!isEmail(email)) {
      throw new DomainError('request-invalid', { problems: [fieldProblem('email', 'email-invalid')] });
    }
    await Promise.all([this.write(email, source), pause(answerMilliseconds)]);
  }

  private async write(email: string, source: string): Promise<void> {
    const keys = attemptKeys('forgotten-password', email, source);
    await this.dataSource.transaction((manager) => this.throttle.begin(manager, keys));
    await this.dataSource.transaction(async (manager) => {
      const [account] = await manager.query<Account[]>(
        `select id, email, locale from users u where email = $1 and disabled_at is null and is_demo = $2
           and exists (select from credentials c where c.user_id = u.id)
           and not exists (select from role_grants g where g.user_id = u.id and g.revoked_at is null and g.role = any ($3))`,
        [email, this.policy.demo, administratorRoles],
      );
      await this.throttle.forgetOld(manager);
      if (!account || (await this.throttle.attemptsOfDay(manager, keys)) > lettersADay) return;
      const { token, id } = await this.links.issueForgotten(manager, account.id, lifetimeHours);
      await this.mail.post(manager, [
        {
          template: 'password-forgotten',
          parameters: { hours: lifetimeHours },
          // To the address, not to the account: the link is nothing for the list of messages that a session shows.
          to: { address: account.email, locale: account.locale },
          link: `/set-password#token=${token}`,
          eventKey: `password-forgotten:${id}`,
        },
      ]);
    });
  }
}
