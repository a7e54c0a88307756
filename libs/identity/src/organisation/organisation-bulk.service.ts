import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  type LedgerEventKind,
  type LedgerValue,
  organisationGrams,
  organisationKey,
  type OrganisationLanguage,
  type OrganisationNameKind,
  organisationStem,
} from '#domain';
import { LedgerService } from '#ledger';
import type { OrganisationFacts } from './organisation-row.js';
import { OrganisationStore } from './organisation-store.js';

/** An organisation as a file leaves it: what was checked before, name by name. */
export interface OrganisationWrite extends OrganisationFacts {
  readonly id: string;
  readonly isNew: boolean;
  readonly externalKey: string | null;
  /** Whether a fact or a canonical name differs from what stands. */
  readonly isChanged: boolean;
  /** Canonical names that differ from what stands, in their languages. */
  readonly renamed: readonly ('zh' | 'en')[];
  /** Further names that it has not yet. */
  readonly names: readonly {
    readonly kind: Exclude<OrganisationNameKind, 'canonical'>;
    readonly language: OrganisationLanguage;
    readonly text: string;
  }[];
}

interface NameRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly kind: OrganisationNameKind;
  readonly language: OrganisationLanguage;
  readonly text: string;
  readonly key: string;
  readonly grams: readonly string[];
}

/** Many organisations at once, with the acts and events that each has by itself. */
@Injectable()
export class OrganisationBulkService {
  constructor(
    private readonly store: OrganisationStore,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * @param manager of a transaction that holds the register; names, codes and keys were found free in it
   * @throws DomainError `organisation-cycle`
   */
  async write(manager: EntityManager, writes: readonly OrganisationWrite[], actor: string): Promise<void> {
    if (writes.length === 0) return;
    await this.writeFacts(manager, writes);
    await this.store.assertNoCycle(manager);
    const named = writes.map((write) => ({
      write,
      canonical: write.renamed.flatMap((language) => canonicalRow(write, language)),
      further: write.names.map((name) => nameRow(write.id, name)),
    }));
    await this.makeWay(manager, writes);
    await this.insertNames(
      manager,
      named.flatMap(({ canonical, further }) => [...canonical, ...further]),
    );
    const acts = named.flatMap(({ write, canonical, further }) => {
      const { id, isNew, isChanged, code, countryCode, parentId } = write;
      const facts = { code, countryCode, parentId };
      const names = canonical.map((name) => name.id);
      return [
        ...(isNew ? [{ organisation: id, kind: 'registered' as const, detail: facts }] : []),
        ...(!isNew && isChanged ? [{ organisation: id, kind: 'changed' as const, detail: { ...facts, names } }] : []),
        ...further.map((name) => ({
          ...{ organisation: id, kind: 'named' as const },
          detail: { name: name.id, as: name.kind },
        })),
      ];
    });
    await this.record(manager, acts, actor);
  }

  private async writeFacts(manager: EntityManager, writes: readonly OrganisationWrite[]): Promise<void> {
    const rows = (isNew: boolean) =>
      JSON.stringify(
        writes
          .filter((write) => write.isNew === isNew)
          .map(({ id, code, countryCode, parentId, externalKey }) => ({
            ...{ id, code, country_code: countryCode, parent_id: parentId, external_key: externalKey },
          })),
      );
    const given = `jsonb_to_recordset($1::jsonb) as g (id uuid, code text, country_code text, parent_id uuid,
      external_key text)`;
    await manager.query(
      `insert into organisations (id, code, country_code, parent_id, external_key)
       select id, code, country_code, parent_id, external_key from ${given}`,
      [rows(true)],
    );
    await manager.query(
      `update organisations o set code = g.code, country_code = g.country_code, parent_id = g.parent_id,
         external_key = g.external_key, version = o.version + 1
       from ${given} where o.id = g.id`,
      [rows(false)],
    );
  }

  /** Canonical names that are replaced stay as further ones; a further name typed like the new one makes way. */
  private async makeWay(manager: EntityManager, writes: readonly OrganisationWrite[]): Promise<void> {
    const rows = writes
      .filter(({ isNew }) => !isNew)
      .flatMap((write) =>
        write.renamed.map((language) => ({
          ...{ id: write.id, language },
          key: organisationKey((language === 'zh' ? write.nameZh : write.nameEn) ?? ''),
        })),
      );
    if (rows.length === 0) return;
    await manager.query(
      `update organisation_names n set kind = 'name', removed_at = case when n.key = g.key then now() end
       from jsonb_to_recordset($1::jsonb) as g (id uuid, language text, key text)
       where n.organisation_id = g.id and n.language = g.language and n.removed_at is null
         and (n.kind = 'canonical' or n.key = g.key)`,
      [JSON.stringify(rows)],
    );
  }

  private async insertNames(manager: EntityManager, rows: readonly NameRow[]): Promise<void> {
    await manager.query(
      `insert into organisation_names (id, organisation_id, kind, language, text, key, grams)
       select id, organisation_id, kind, language, text, key, grams from jsonb_to_recordset($1::jsonb)
         as g (id uuid, organisation_id uuid, kind text, language text, text text, key text, grams text[])`,
      [JSON.stringify(rows)],
    );
  }

  private async record(
    manager: EntityManager,
    acts: readonly {
      readonly organisation: string;
      readonly kind: 'registered' | 'changed' | 'named';
      readonly detail: { readonly [key: string]: LedgerValue };
    }[],
    actor: string,
  ): Promise<void> {
    const events = await this.ledger.recordMany(
      manager,
      acts.map(({ organisation, kind, detail }) => ({
        kind: `organisation-${kind}` satisfies LedgerEventKind,
        subject: { organisation },
        body: { actor, ...detail },
      })),
    );
    const rows = acts.map(({ organisation, kind, detail }, index) => ({
      ...{ id: uuidv7(), organisation_id: organisation, kind, detail, event_id: events[index]?.id ?? '' },
    }));
    await manager.query(
      `insert into organisation_acts (id, organisation_id, kind, detail, acted_by, event_id)
       select id, organisation_id, kind, detail, $2, event_id from jsonb_to_recordset($1::jsonb)
         as g (id uuid, organisation_id uuid, kind text, detail jsonb, event_id uuid)`,
      [JSON.stringify(rows), actor],
    );
  }
}

function canonicalRow(write: OrganisationWrite, language: 'zh' | 'en'): NameRow[] {
  const text = language === 'zh' ? write.nameZh : write.nameEn;
  return text === null ? [] : [nameRow(write.id, { kind: 'canonical', language, text })];
}

function nameRow(
  organisationId: string,
  { kind, language, text }: { kind: OrganisationNameKind; language: OrganisationLanguage; text: string },
): NameRow {
  const key = organisationKey(text);
  const grams = organisationGrams(organisationStem(key));
  return { id: uuidv7(), organisation_id: organisationId, kind, language, text, key, grams };
}
