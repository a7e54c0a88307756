import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v4 as uuidv4 } from 'uuid';
import { DomainError, fieldProblem, isUnifiedSocialCreditCode, organisationKey } from '#domain';
import { holdOrganisationRegister } from './recognise-organisations.js';
import {
  labelJson,
  type NewOrganisationName,
  type OrganisationFacts,
  type OrganisationLabel,
} from './organisation-row.js';
import { bothNames, OrganisationStore } from './organisation-store.js';

const canonical = [
  ['zh', 'nameZh'],
  ['en', 'nameEn'],
] as const;

/**
 * What the office writes into the register of organisations: it grows from what teams and the office type, and from
 * nothing else. Every act runs in the caller's transaction and waits for those that are naming organisations.
 */
@Injectable()
export class OrganisationRegisterService {
  constructor(private readonly store: OrganisationStore) {}

  /**
   * @param isShared whether another organisation may have the same name
   * @returns its id
   * @throws DomainError `request-invalid`, `organisation-name-held`, `organisation-code-held`
   */
  async register(manager: EntityManager, facts: OrganisationFacts, isShared: boolean, actor: string): Promise<string> {
    await holdOrganisationRegister(manager);
    await this.assertFacts(manager, null, facts);
    // At random: the id is told to people to whom the order of the register says too much.
    const id = uuidv4();
    await manager.query('insert into organisations (id, code, country_code, parent_id) values ($1, $2, $3, $4)', [
      ...[id, facts.code, facts.countryCode, facts.parentId],
    ]);
    await this.writeCanonical(manager, id, facts, isShared);
    const { code, countryCode, parentId } = facts;
    await this.store.record(manager, {
      organisationId: id,
      kind: 'registered',
      detail: { code, countryCode, parentId },
      actor,
    });
    return id;
  }

  /**
   * Gives it other facts. A canonical name that it had stays as a further name.
   *
   * @param seen its version
   * @throws DomainError as `register`, and `not-found`, `organisation-merged`, `organisation-cycle`, `revision-stale`
   */
  async change(
    manager: EntityManager,
    id: string,
    facts: OrganisationFacts & { readonly isShared: boolean },
    { seen, actor }: { readonly seen: number; readonly actor: string },
  ): Promise<void> {
    await holdOrganisationRegister(manager);
    const stored = await this.store.standing(manager, id);
    if (stored.version !== seen) throw new DomainError('revision-stale', { stored: stored.version });
    await this.assertFacts(manager, id, facts);
    const { code, countryCode, parentId } = facts;
    await manager.query('update organisations set code = $2, country_code = $3, parent_id = $4 where id = $1', [
      ...[id, code, countryCode, parentId],
    ]);
    await this.store.assertNoCycle(manager);
    const names = await this.writeCanonical(manager, id, facts, facts.isShared);
    await this.store.record(manager, {
      organisationId: id,
      kind: 'changed',
      detail: { code, countryCode, parentId, names },
      actor,
    });
  }

  /** @throws DomainError `not-found`, `organisation-merged`, `request-invalid`, `organisation-name-held` */
  async addName(manager: EntityManager, id: string, name: NewOrganisationName, actor: string): Promise<void> {
    await holdOrganisationRegister(manager);
    await this.store.standing(manager, id);
    const added = await this.store.addName(manager, id, name, { isShared: name.isShared, path: 'text' });
    await this.store.record(manager, {
      organisationId: id,
      kind: 'named',
      detail: { name: added, as: name.kind },
      actor,
    });
  }

  /** Takes a further name away; a canonical one is changed, not removed. @throws DomainError `not-found` */
  async removeName(manager: EntityManager, id: string, nameId: string, actor: string): Promise<void> {
    await holdOrganisationRegister(manager);
    await this.store.stored(manager, id);
    const [removed] = await manager.query<[unknown[], number]>(
      `update organisation_names set removed_at = now()
       where id = $1 and organisation_id = $2 and kind <> 'canonical' and removed_at is null returning id`,
      [nameId, id],
    );
    if (removed.length === 0) throw new DomainError('not-found');
    await this.store.record(manager, { organisationId: id, kind: 'name-removed', detail: { name: nameId }, actor });
  }

  /** @returns ids of the names that are new */
  private async writeCanonical(
    manager: EntityManager,
    id: string,
    facts: OrganisationFacts,
    isShared: boolean,
  ): Promise<string[]> {
    const added: string[] = [];
    for (const [language, property] of canonical) {
      const text = facts[property];
      const rows = await manager.query<{ id: string; text: string }[]>(
        `select id, text from organisation_names
         where organisation_id = $1 and language = $2 and kind = 'canonical' and removed_at is null`,
        [id, language],
      );
      if (rows[0]?.text === text || (rows[0] === undefined && text === null)) continue;
      if (rows[0]) await manager.query(`update organisation_names set kind = 'name' where id = $1`, [rows[0].id]);
      if (text === null) continue;
      added.push(await this.makeCanonical(manager, id, { language, text, path: property, isShared }));
    }
    return added;
  }

  private async makeCanonical(
    manager: EntityManager,
    id: string,
    { language, text, path, isShared }: { language: 'zh' | 'en'; text: string; path: string; isShared: boolean },
  ): Promise<string> {
    // A further name that is typed alike makes way: the canonical one says the same, as it should be written.
    await manager.query(
      `update organisation_names set removed_at = now()
       where organisation_id = $1 and language = $2 and key = $3 and removed_at is null`,
      [id, language, organisationKey(text)],
    );
    return this.store.addName(manager, id, { kind: 'canonical', language, text }, { isShared, path });
  }

  private async assertFacts(manager: EntityManager, id: string | null, facts: OrganisationFacts): Promise<void> {
    const problems = [
      ...(facts.nameZh === null && facts.nameEn === null ? [fieldProblem('nameZh', 'field-missing')] : []),
      ...(facts.code !== null && !isUnifiedSocialCreditCode(facts.code)
        ? [fieldProblem('code', 'credit-code-invalid')]
        : []),
      ...(facts.parentId !== null && facts.parentId === id ? [fieldProblem('parentId', 'field-invalid')] : []),
    ];
    if (problems.length > 0) throw new DomainError('request-invalid', { problems });
    if (facts.parentId !== null) await this.store.standing(manager, facts.parentId);
    const held = await manager.query<{ name: OrganisationLabel }[]>(
      `select ${labelJson} as name from organisations o join organisation_labels l on l.id = o.id
       where o.code = $1 and o.id is distinct from $2`,
      [facts.code, id],
    );
    if (held[0]) throw new DomainError('organisation-code-held', { holder: bothNames(held[0].name), path: 'code' });
  }
}
