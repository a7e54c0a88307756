import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = /* sql */ `
-- Whether a person agrees to a purpose now, of the account (no entry) or of one entry.
create function consent_stands(person uuid, of_entry uuid, for_purpose text) returns boolean language sql stable as $$
  select exists (select from consents c where c.user_id = person and c.entry_id is not distinct from of_entry
    and c.purpose = for_purpose and c.withdrawn_at is null)
$$;

-- Whether a person agreed once and does no longer. Who was never asked has withdrawn nothing.
create function consent_is_withdrawn(person uuid, of_entry uuid, for_purpose text) returns boolean language sql stable as $$
  select not consent_stands(person, of_entry, for_purpose)
    and exists (select from consents c where c.user_id = person and c.entry_id is not distinct from of_entry
      and c.purpose = for_purpose)
$$;

-- Phone, address and name in Latin letters rest on the consent to their storage: without it nobody but the person reads them.
create function contacts_are_withheld(person uuid) returns boolean language sql stable as $$
  select person is not null and consent_is_withdrawn(person, null, 'storage-in-china')
$$;

-- Who leads by an account speaks for the name; where there is none, the office has entered the entry on a basis of its own.
create function lead_is_published(entry entries) returns boolean language sql stable as $$
  select entry.lead_user_id is null or (consent_stands(entry.lead_user_id, entry.id, 'publish-name')
    and not contacts_are_withheld(entry.lead_user_id))
$$;
`;

export class ConsentEffects1764000000241 implements MigrationInterface {
  readonly name = 'ConsentEffects1764000000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(statements);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations are forward-only.'));
  }
}
