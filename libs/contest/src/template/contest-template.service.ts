import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, hashJson } from '#domain';
import { commandLine, LedgerService } from '#ledger';
import { holdStages } from '../stage-lock.js';
import { writeEdition, type EditionOutcome } from './edition-writer.js';
import { writeDivisions, writeFieldGroups, writeTracks } from './label-writer.js';
import { assertLockedStagesKept } from './locked-stages.js';
import { readTemplate } from './read-template.js';
import { writeStages, type StageOutcome } from './stage-writer.js';
import type { ContestTemplate } from './template-schema.js';

export interface ApplyOptions {
  /** Demo editions carry the mark for ever and take demo accounts only. */
  readonly isDemo?: boolean;
  /** User id; the command line where nobody is signed in. */
  readonly actor?: string;
  /** What another feature keeps of a template, written in the same transaction where the template is not there yet. */
  readonly within?: (manager: EntityManager, editionId: string) => Promise<void>;
}

export interface ApplyOutcome {
  readonly editionId: string;
  readonly slug: string;
  readonly edition: 'created' | 'updated' | 'unchanged';
  readonly stages: readonly StageOutcome[];
}

/** Turns a template into rows. A new contest is a file: nothing here knows the name of one. */
@Injectable()
export class ContestTemplateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws DomainError `contest-invalid` with every problem: line, column, path, code and reason in both languages. */
  read(text: string): ContestTemplate {
    const { template, problems } = readTemplate(text);
    if (!template) throw new DomainError('contest-invalid', { problems });
    return template;
  }

  /**
   * Creates the template's edition or brings it up to the template; the same template again changes nothing. A stage
   * whose rules differ gets a new rules version, unless a judge has already submitted under the locked ones; where its
   * awards or its place differ, its rules must not be locked. Forms are the submission feature's to write: `applyEdition`
   * there writes both.
   *
   * @throws DomainError `rules-locked` (`problems` as {@link LockedField}), `edition-exists` (another contest's, or a part that is in use would vanish),
   *   `edition-demo-mismatch`
   */
  async apply(template: ContestTemplate, options: ApplyOptions = {}): Promise<ApplyOutcome> {
    const templateHash = hashJson(template);
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        `edition ${template.edition.slug}`,
      ]);
      const found = await writeEdition(manager, template, { templateHash, isDemo: options.isDemo ?? false });
      if (found.state === 'unchanged') return outcome(template, found, []);
      const stages = await this.writeParts(manager, template, found.id, options.actor ?? commandLine);
      await options.within?.(manager, found.id);
      await this.ledger.record(manager, {
        kind: 'contest-applied',
        subject: { edition: found.id },
        body: {
          actor: options.actor ?? commandLine,
          template: templateHash,
          rules: Object.fromEntries(stages.map((stage) => [stage.stageId, stage.rulesHash])),
        },
      });
      return outcome(template, found, stages);
    });
  }

  private async writeParts(manager: EntityManager, template: ContestTemplate, editionId: string, actor: string) {
    await this.holdStages(manager, editionId);
    await assertLockedStagesKept(manager, editionId, template);
    const trackIds = await writeTracks(manager, editionId, template.tracks);
    await writeFieldGroups(manager, editionId, template.fieldGroups);
    await writeDivisions(manager, editionId, template.divisions);
    return writeStages(manager, { template, editionId, trackIds, actor });
  }

  /** No window opens, no sheet comes in and no list is frozen while the template is compared and written. */
  private async holdStages(manager: EntityManager, editionId: string): Promise<void> {
    const rows = await manager.query<{ id: string }[]>('select id from stages where edition_id = $1', [editionId]);
    await holdStages(
      manager,
      rows.map(({ id }) => id),
    );
  }
}

function outcome(template: ContestTemplate, edition: EditionOutcome, stages: readonly StageOutcome[]): ApplyOutcome {
  return { editionId: edition.id, slug: template.edition.slug, edition: edition.state, stages };
}
