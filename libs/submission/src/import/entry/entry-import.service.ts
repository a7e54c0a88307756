import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { columnsOfTargets, entryTargets, type ImportTarget } from '#domain';
import { LedgerService } from '#ledger';
import { EntryNotices } from '../../entry-notices.js';
import { submitDrafts, writeVersions } from '../../entry-submission.js';
import { FormService, type FormVersion } from '../../form/form.service.js';
import { badCell } from '../bad-cell.js';
import { type ImportPlan, type ImportSource, ImportSources, type MappedFile } from '../import-kind.js';
import { entryWindow } from '../entry-window.js';
import { type EntryContext, entryContext } from './entry-context.js';
import { findRows } from './find-rows.js';
import { type PlannedRow, planRow } from './plan-row.js';
import { type StandingEntry, standingEntries } from './standing-entries.js';
import { insertFiled, updateFiled } from './write-entries.js';

/**
 * Entries with their teams from an office's file. A new one is submitted at once, under the next number; a changed one gets
 * a further version, as by its team. What is not in the file stays as it is.
 */
@Injectable()
export class EntryImportService implements ImportSource, OnModuleInit {
  readonly kind = 'entries';

  constructor(
    private readonly sources: ImportSources,
    private readonly forms: FormService,
    private readonly ledger: LedgerService,
    private readonly notices: EntryNotices,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  async targets(manager: EntityManager, editionId: string): Promise<ImportTarget[]> {
    return targetsOf(await entryContext(manager, editionId, this.forms));
  }

  async plan(manager: EntityManager, editionId: string, file: MappedFile, holds: boolean): Promise<ImportPlan> {
    const standing = await standingEntries(manager, editionId, { holds });
    const context = await entryContext(manager, editionId, this.forms);
    const formsById = await this.formsOf(manager, context, standing);
    const columns = columnsOfTargets(file.columns);
    const found = findRows(file.rows, standing);
    const planned = found.map(({ row, standing: entry }) => planRow(row, entry, context, formsById));
    const badCells = planned.flatMap(({ problems }, index) => {
      const { row, problems: own } = found[index] as (typeof found)[number];
      return [...own, ...problems].map((problem) => badCell(problem, row, columns));
    });
    const met = new Set(found.map((one) => one.standing?.id));
    const lines = planned.map(({ line }) => line);
    const absent = standing.filter(({ id, state }) => state === 'submitted' && !met.has(id)).length;
    const incomplete = planned.filter(({ isIncomplete }) => isIncomplete).length;
    const writes = planned.filter(({ line }) => line.outcome !== 'unchanged');
    const written = {
      changed: writes.flatMap((one) => one.standing?.id ?? []),
      hasNew: writes.some((one) => one.standing === null),
    };
    const { window, isLate } = await entryWindow(manager, editionId, written, holds);
    return {
      targets: targetsOf(context),
      window,
      outline: { lines, badCells, absent, incomplete },
      fingerprint: writes.map((one) => ({
        id: one.standing?.id ?? null,
        from: one.standing?.entry ?? null,
        to: one.entry,
        form: one.form.formVersionId,
      })),
      apply: (actor) => this.apply(manager, editionId, writes, { actor, isLate }),
    };
  }

  private async apply(
    manager: EntityManager,
    editionId: string,
    writes: readonly PlannedRow[],
    { actor, isLate }: { readonly actor: string; readonly isLate: boolean },
  ): Promise<void> {
    const filed = writes.flatMap(({ entry, answers, form, standing }) =>
      answers === null ? [] : [{ externalKey: entry.externalKey, answers, form, standing }],
    );
    const fresh = filed.filter(({ standing }) => standing === null);
    const changed = filed.flatMap(({ standing, ...one }) => (standing === null ? [] : [{ ...one, id: standing.id }]));
    const entryIds = await insertFiled(manager, editionId, fresh);
    if (entryIds.length > 0) await submitDrafts(manager, this.ledger, editionId, { entryIds, actor, isLate });
    await updateFiled(manager, editionId, changed);
    if (changed.length === 0) return;
    const given = { entryIds: changed.map(({ id }) => id), actor, kind: 'entry-revised' as const };
    const versions = await writeVersions(manager, this.ledger, editionId, given);
    // A team that signs in here is told that the office has changed its entry; the others have nobody to be told.
    const led = new Set(filed.flatMap(({ standing }) => (standing?.hasLeadUser ? [standing.id] : [])));
    await this.notices.revisedMany(
      manager,
      versions.filter(({ id }) => led.has(id)),
    );
  }

  private async formsOf(
    manager: EntityManager,
    { forms }: EntryContext,
    standing: readonly StandingEntry[],
  ): Promise<ReadonlyMap<string, FormVersion>> {
    const found = new Map([...forms.values()].map((form) => [form.id, form]));
    for (const { formVersionId } of standing) {
      if (formVersionId !== null && !found.has(formVersionId)) {
        found.set(formVersionId, await this.forms.version(formVersionId, manager));
      }
    }
    return found;
  }
}

function targetsOf({ forms }: EntryContext): ImportTarget[] {
  return entryTargets([...forms.values()].map(({ definition }) => definition));
}
