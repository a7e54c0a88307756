import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { columnsOfTargets, entryTargets, type ImportTarget } from '#domain';
import { FormService, type FormVersion } from '../../form/form.service.js';
import { badCell } from '../bad-cell.js';
import { type ImportPlan, type ImportSource, ImportSources, type MappedFile, type PlanTerms } from '../import-kind.js';
import { entryWindow } from '../entry-window.js';
import { EntryApplication } from './apply-entries.js';
import { type EntryContext, entryContext } from './entry-context.js';
import { entriesTiedTo, findRows, withoutTied } from './find-rows.js';
import { LandingDesks } from './landing-desk.js';
import { planRow } from './plan-row.js';
import { type StandingEntry, standingEntries } from './standing-entries.js';

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
    private readonly application: EntryApplication,
    private readonly landing: LandingDesks,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  async targets(manager: EntityManager, editionId: string): Promise<ImportTarget[]> {
    return targetsOf(await entryContext(manager, editionId, this.forms));
  }

  async plan(
    manager: EntityManager,
    editionId: string,
    file: MappedFile,
    { holds, reader }: PlanTerms,
  ): Promise<ImportPlan> {
    const landing = await this.landing.declared(manager, editionId);
    const standing = await standingEntries(manager, editionId, { holds, landing });
    const context = await entryContext(manager, editionId, this.forms);
    const formsById = await this.formsOf(manager, context, standing);
    const columns = columnsOfTargets(file.columns);
    const tied = await entriesTiedTo(manager, reader);
    const found = findRows(file.rows, standing).map((one) => withoutTied(one, tied));
    const planned = found.map(({ row, standing: entry }) => planRow(row, entry, context, formsById));
    const badCells = planned.flatMap(({ problems }, index) => {
      const { row, problems: own } = found[index] as (typeof found)[number];
      return [...own, ...problems].map((problem) => badCell(problem, row, columns));
    });
    const met = new Set(found.map((one) => one.standing?.id));
    const lines = planned.map(({ line }) => line);
    const absent = standing.filter(({ id, state }) => state === 'submitted' && !met.has(id) && !tied.has(id)).length;
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
      apply: (actor) => {
        const given = writes.flatMap(({ entry, answers, form, standing: was }) =>
          answers === null ? [] : [{ entry, answers, form, standing: was }],
        );
        return this.application.apply(manager, editionId, given, { actor, isLate });
      },
    };
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
