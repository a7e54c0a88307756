import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';
import { holdOrganisationRegister } from './recognise-organisations.js';
import { OrganisationStore } from './organisation-store.js';

export interface OrganisationMerge {
  /** The one that becomes part of the other. */
  readonly id: string;
  readonly into: string;
  /** Versions seen in the preview. */
  readonly version: number;
  readonly intoVersion: number;
}

/** Two entries of the register for one organisation become one, and may stand apart again. */
@Injectable()
export class OrganisationMergeService {
  constructor(private readonly store: OrganisationStore) {}

  /**
   * Nothing is copied: the merged one points to the other, and whoever reads its id reads the other from now on.
   *
   * @throws DomainError `not-found`, `request-invalid`, `organisation-merged`, `organisation-cycle`, `revision-stale`
   */
  async merge(manager: EntityManager, merge: OrganisationMerge, actor: string): Promise<void> {
    await holdOrganisationRegister(manager);
    const { id, into } = merge;
    if (id === into) throw new DomainError('request-invalid', { problems: [fieldProblem('into', 'field-invalid')] });
    const merged = await this.store.standing(manager, id);
    const survivor = await this.store.standing(manager, into);
    if (merged.version !== merge.version) throw new DomainError('revision-stale', { stored: merged.version });
    if (survivor.version !== merge.intoVersion) throw new DomainError('revision-stale', { stored: survivor.version });
    await manager.query('update organisations set merged_into = $2 where id = $1', [id, into]);
    await this.store.assertNoCycle(manager);
    await this.store.record(manager, { organisationId: id, kind: 'merged', detail: { into }, actor });
  }

  /**
   * Undoes a merge: with its own names, branches and place again. What was merged into it before stays with it.
   *
   * @throws DomainError `not-found`, `organisation-not-merged`, `organisation-cycle`
   */
  async separate(manager: EntityManager, id: string, actor: string): Promise<void> {
    await holdOrganisationRegister(manager);
    const { mergedInto } = await this.store.stored(manager, id);
    if (mergedInto === null) throw new DomainError('organisation-not-merged');
    await manager.query('update organisations set merged_into = null where id = $1', [id]);
    await this.store.assertNoCycle(manager);
    await this.store.record(manager, { organisationId: id, kind: 'separated', detail: { from: mergedInto }, actor });
  }
}
