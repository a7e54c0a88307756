import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { composeLetter, type Letter } from './compose-letter.js';
import { mailPace, mailSettingsToken, type MailSettings } from './mail-settings.js';
import { sendBySmtp, type SmtpOutcome } from './smtp.js';

interface TakenMessage extends Omit<Letter, 'address'> {
  readonly id: string;
  readonly attempts: number;
  /** Null where the account is disabled. */
  readonly address: string | null;
}

/**
 * Sends what is due, in any number of workers: a message is taken under a lease, and whoever finds the lease over takes it
 * again. What the server accepted and we heard of is never sent twice; where the answer was lost, the next attempt has
 * the same Message-ID.
 */
@Injectable()
export class OutboxSender implements OnModuleDestroy {
  private isStopped = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(mailSettingsToken) private readonly settings: MailSettings | null,
  ) {}

  onModuleDestroy(): void {
    this.isStopped = true;
  }

  /** @returns how many messages were tried; none where there is no mail server: they wait, and are shown */
  async sendDue(): Promise<number> {
    const { settings } = this;
    if (settings === null) return 0;
    const { lanes } = settings.pace ?? mailPace;
    const tried = await Promise.all(Array.from({ length: lanes }, () => this.lane(settings)));
    return tried.reduce((sum, count) => sum + count, 0);
  }

  private async lane(settings: MailSettings): Promise<number> {
    let tried = 0;
    while (!this.isStopped) {
      const message = await this.take(settings);
      if (message === null) break;
      tried += 1;
      await this.settle(message, await this.send(message, settings), settings);
    }
    return tried;
  }

  private async send({ address, ...message }: TakenMessage, settings: MailSettings): Promise<SmtpOutcome> {
    if (address === null) return { outcome: 'refused', error: 'account-disabled' };
    return sendBySmtp(settings.smtpUrl, settings.from, composeLetter({ ...message, address }, settings.publicOrigin));
  }

  /** Takes one message: locked rows are another worker's, and an attempt without an end had lost its worker. */
  private async take({ pace = mailPace }: MailSettings): Promise<TakenMessage | null> {
    const rows = await this.dataSource.query<[TakenMessage[], number]>(
      `with due as (
         select id from outbox_messages
         where (state = 'waiting' and next_attempt_at <= clock_timestamp())
            or (state = 'sending' and lease_until <= clock_timestamp())
         order by next_attempt_at limit 1 for update skip locked
       ), lost as (
         update outbox_attempts a set ended_at = clock_timestamp(), outcome = 'deferred', error = 'worker-lost'
         from due where a.message_id = due.id and a.outcome is null
       ), taken as (
         update outbox_messages m set state = 'sending', attempts = m.attempts + 1,
           lease_until = clock_timestamp() + make_interval(secs => $1)
         from due where m.id = due.id returning m.*
       ), logged as (
         insert into outbox_attempts (message_id, round, number) select id, round, attempts from taken
       )
       select t.id, t.public_id as "publicId", t.round, t.attempts, t.locale, t.texts, t.link, u.display_name as name,
         case when t.user_id is null then t.address when u.disabled_at is null then u.email end as address
       from taken t left join users u on u.id = t.user_id`,
      [pace.leaseSeconds],
    );
    return ((Array.isArray(rows[0]) ? rows[0] : rows) as TakenMessage[])[0] ?? null;
  }

  private async settle(message: TakenMessage, result: SmtpOutcome, { pace = mailPace }: MailSettings): Promise<void> {
    const error = result.outcome === 'accepted' ? null : result.error;
    const wait = pace.backoffSeconds[message.attempts - 1];
    const state =
      result.outcome === 'accepted'
        ? 'sent'
        : result.outcome === 'refused' || wait === undefined
          ? 'failed'
          : 'waiting';
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `update outbox_attempts set ended_at = clock_timestamp(), outcome = $4, error = $5
         where message_id = $1 and round = $2 and number = $3`,
        [message.id, message.round, message.attempts, result.outcome, error],
      );
      // That it was accepted is true whoever holds the lease by now; that it was not is told by its holder alone.
      await manager.query(
        `update outbox_messages set state = $4, lease_until = null, last_error = $5,
           sent_at = case when $4 = 'sent' then clock_timestamp() else sent_at end,
           next_attempt_at = clock_timestamp() + make_interval(secs => $6)
         where id = $1 and round = $2 and ($4 = 'sent' or (state = 'sending' and attempts = $3))`,
        [message.id, message.round, message.attempts, state, error, wait ?? 0],
      );
    });
  }
}
