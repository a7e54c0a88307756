import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { MailModule } from '#mail';
import { NoticeController } from './notice.controller.js';
import { NoticeReadingService } from './notice-reading.service.js';
import { OutboxController } from './outbox.controller.js';

@Module({
  imports: [ContestModule, MailModule],
  controllers: [NoticeController, OutboxController],
  providers: [NoticeReadingService],
})
export class MailApiModule {}
