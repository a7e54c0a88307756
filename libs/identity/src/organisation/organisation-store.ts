import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  DomainError,
  fieldProblem,
  type LedgerEventKind,
  type LedgerValue,
  organisationGrams,
  organisationKey,
  type OrganisationLanguage,
  type OrganisationNameKind,
  organisationStem,
} from '#domain';
import { LedgerService } from '#ledger';
import { labelJson, type OrganisationLabel } from './organisation-row.js';

export interface StoredOrganisation {
  readonly id: string;
  readonly code: string | null;
  readonly countryCode: string | null;
  readonly parentId: string | null;
  readonly mergedInto: string | null;
  readonly version: number;
}

/** What happened to an organisation, by ids and codes alone. */
export interface OrganisationActRow {
  readonly organisationId: string;
  readonly kind: 'registered' | 'changed' | 'named' | 'name-removed' | 'merged' | 'separated';
  readonly detail: { readonly [key: string]: LedgerValue };
  readonly actor: string;
}

/** Rows of the register, and the trace that every change of them leaves. */
@Injectable()
export class OrganisationStore {
  constructor(private readonly ledger: LedgerService) {}

  /** Locks it. @throws DomainError `not-found`, `organisation-merged` */
  async standing(manager: EntityManager, id: string): Promise<StoredOrganisation> {
    const stored = await this.stored(manager, id);
    if (stored.mergedInto !== null) throw new DomainError('organisation-merged');
    return stored;
  }

  /** Locks it. @throws DomainError `not-found` */
  async stored(manager: EntityManager, id: string): Promise<StoredOrganisation> {
    const rows = await manager.query<StoredOrganisation[]>(
      `select id, code, country_code as "countryCode", parent_id as "parentId", merged_into as "mergedInto", version
       from organisations where id = $1 for update`,
      [id],
    );
    if (rows[0] === undefined) throw new DomainError('not-found');
    return rows[0];
  }

  /** @throws DomainError `request-invalid` naming `path`, where a name has no letter; `organisation-name-held` */
  async addName(
    manager: EntityManager,
    organisationId: string,
    name: { readonly kind: OrganisationNameKind; readonly language: OrganisationLanguage; readonly text: string },
    { isShared, path }: { readonly isShared: boolean; readonly path: string },
  ): Promise<string> {
    const text = name.text.trim();
    const key = organisationKey(text);
    if (key === '') throw new DomainError('request-invalid', { problems: [fieldProblem(path, 'field-invalid')] });
    await this.assertFree(manager, organisationId, { key, language: name.language, isShared, path });
    const id = uuidv7();
    await manager.query(
      `insert into organisation_names (id, organisation_id, kind, language, text, key, grams)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, organisationId, name.kind, name.language, text, key, organisationGrams(organisationStem(key))],
    );
    return id;
  }

  /** Writes down an act, tells the ledger, and gives the organisation its next version. */
  async record(manager: EntityManager, { organisationId, kind, detail, actor }: OrganisationActRow): Promise<void> {
    const event = await this.ledger.record(manager, {
      kind: `organisation-${kind}` satisfies LedgerEventKind,
      subject: { organisation: organisationId },
      body: { actor, ...detail },
    });
    await manager.query(
      `insert into organisation_acts (id, organisation_id, kind, detail, acted_by, event_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [uuidv7(), organisationId, kind, JSON.stringify(detail), actor, event.id],
    );
    if (kind === 'registered') return;
    await manager.query('update organisations set version = version + 1 where id = $1', [organisationId]);
  }

  /** @throws DomainError `organisation-cycle` where two organisations have come to be branches of each other */
  async assertNoCycle(manager: EntityManager): Promise<void> {
    const rows = await manager.query<unknown[]>(
      `select from organisation_lines a join organisation_lines b on b.id = a.ancestor_id and b.ancestor_id = a.id
       where a.id <> a.ancestor_id limit 1`,
    );
    if (rows.length > 0) throw new DomainError('organisation-cycle');
  }

  private async assertFree(
    manager: EntityManager,
    organisationId: string,
    { key, language, isShared, path }: { key: string; language: string; isShared: boolean; path: string },
  ): Promise<void> {
    const rows = await manager.query<{ isOwn: boolean; language: string; name: OrganisationLabel }[]>(
      `select n.organisation_id = $2 as "isOwn", n.language, ${labelJson} as name
       from organisation_names n join organisation_labels l on l.id = n.organisation_id
       where n.key = $1 and n.removed_at is null
         and (n.organisation_id = $2 or l.survivor_id <> (select survivor_id from organisation_survivors where id = $2))`,
      [key, organisationId],
    );
    if (rows.some((row) => row.isOwn && row.language === language)) {
      throw new DomainError('request-invalid', { problems: [fieldProblem(path, 'organisation-name-known')] });
    }
    const holder = rows.find(({ isOwn }) => !isOwn);
    if (holder && !isShared) throw new DomainError('organisation-name-held', { holder: bothNames(holder.name), path });
  }
}

/** As a sentence names it in either language. */
export function bothNames({ zh, en }: OrganisationLabel): string {
  return zh === en ? zh : `${zh} / ${en}`;
}
