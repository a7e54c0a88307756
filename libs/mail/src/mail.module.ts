import { Module, type DynamicModule } from '@nestjs/common';
import { MailService } from './mail.service.js';
import { mailSettingsToken, type MailSettings } from './mail-settings.js';
import { NoticeService } from './notice.service.js';
import { OutboxSender } from './outbox-sender.js';
import { OutboxService } from './outbox.service.js';

const services = [MailService, NoticeService, OutboxService];

@Module({ providers: services, exports: services })
export class MailModule {}

/** The sending, for the process that runs by time. */
@Module({})
export class MailSendingModule {
  /** @param settings null where there is no mail server */
  static register(settings: MailSettings | null): DynamicModule {
    return {
      module: MailSendingModule,
      providers: [OutboxSender, { provide: mailSettingsToken, useValue: settings }],
      exports: [OutboxSender],
    };
  }
}
