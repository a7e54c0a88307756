import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- What the platform wrote to a person: at once a mail that waits to be sent and a notice on the person's page. Personal
-- data, hence erasable, with the person or with the entry it is about.
create table outbox_messages (
  id uuid primary key,
  public_id uuid not null unique,
  edition_id uuid references editions (id),
  entry_id uuid references entries (id) on delete cascade,
  -- An account, whose address is read when the mail is sent, or a bare address.
  user_id uuid references users (id) on delete cascade,
  address text constraint outbox_messages_address check (length(address) between 3 and 254),
  template text not null,
  template_version integer not null constraint outbox_messages_template_version check (template_version >= 1),
  parameters jsonb not null,
  locale text not null constraint outbox_messages_locale check (locale in ('zh', 'en')),
  -- { zh: { subject, body, short }, en: … } as it was written; a later template changes no message.
  texts jsonb not null,
  -- Path of the page it is about, from the root.
  link text constraint outbox_messages_link check (link like '/%'),
  -- The same event writes once.
  event_key text not null unique,
  state text not null default 'waiting'
    constraint outbox_messages_state check (state in ('waiting', 'held', 'sending', 'sent', 'failed')),
  -- Counts the deliberate sendings: a message sent again is another mail.
  round integer not null default 1 constraint outbox_messages_round check (round >= 1),
  -- Within the round.
  attempts integer not null default 0 constraint outbox_messages_attempts check (attempts >= 0),
  not_before timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  lease_until timestamptz,
  last_error text,
  sent_at timestamptz,
  read_at timestamptz,
  recorded_at timestamptz not null default now(),
  constraint outbox_messages_recipient check ((user_id is null) <> (address is null)),
  constraint outbox_messages_lease check ((state = 'sending') = (lease_until is not null)),
  constraint outbox_messages_sent check (state <> 'sent' or sent_at is not null)
);
create index outbox_messages_due on outbox_messages (next_attempt_at) where state in ('waiting', 'sending');
create index outbox_messages_of_edition on outbox_messages (edition_id, recorded_at desc, id desc);
create index outbox_messages_of_user on outbox_messages (user_id, recorded_at desc, id desc);
create index outbox_messages_of_entry on outbox_messages (entry_id);

-- Each try to hand a message to the mail server; no outcome: it is under way, or its worker was lost.
create table outbox_attempts (
  message_id uuid not null references outbox_messages (id) on delete cascade,
  round integer not null,
  number integer not null constraint outbox_attempts_number check (number >= 1),
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  outcome text constraint outbox_attempts_outcome check (outcome in ('accepted', 'deferred', 'refused')),
  error text,
  constraint outbox_attempts_ended check ((outcome is null) = (ended_at is null)),
  constraint outbox_attempts_error check ((error is null) = (outcome is null or outcome = 'accepted')),
  primary key (message_id, round, number)
);
`;

export class Outbox1764000000210 implements MigrationInterface {
  readonly name = 'Outbox1764000000210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
