export { exampleMessages, type ExampleMessage } from './example-messages.js';
export { MailModule, MailSendingModule } from './mail.module.js';
export { MailService, type NewMessage, type Recipient } from './mail.service.js';
export { mailPace, type MailPace, type MailSettings } from './mail-settings.js';
export { NoticeService, type NoticePage, type PersonalNotice } from './notice.service.js';
export { OutboxSender } from './outbox-sender.js';
export {
  messageStates,
  OutboxService,
  type ListedMessage,
  type MessageAct,
  type MessageAttempt,
  type MessageDetail,
  type MessageFilter,
  type MessagePage,
  type MessageState,
} from './outbox.service.js';
export { renderMessage } from './render-message.js';
export { verifySmtp } from './smtp.js';
export type { MailLocale, MessageText, MessageTexts } from './template.js';
export { reasonText } from './templates/reason-texts.js';
export { mailTemplates, templateKeys, type ParametersOf, type TemplateKey } from './templates/registry.js';
