import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { columnsOfTargets, type ImportTarget, type NamedKey, nameTable, organisationTargets } from '#domain';
import { OrganisationBulkService, type OrganisationWrite } from '#identity';
import { allCountriesAndRegions } from '../../country-or-region.js';
import { relinkOrganisations } from '../../organisation/relink-organisations.js';
import { badCell } from '../bad-cell.js';
import { type ImportPlan, type ImportSource, ImportSources, type MappedFile } from '../import-kind.js';
import { OrganisationIndex } from './organisation-index.js';
import { type PlannedOrganisation, planOrganisation, readOrganisation } from './plan-organisation.js';
import { holdersOfNames, standingOrganisations, writtenOrganisation } from './standing-organisations.js';

const countries: readonly NamedKey[] = allCountriesAndRegions().map(({ code, name }) => ({ key: code, name }));
const countryTable = nameTable(countries);

/**
 * Organisations of the register from an office's file, found again by external key, code or a name that is theirs alone.
 * Names are added and none is removed; every entry, team and judge that names one of them is read anew.
 */
@Injectable()
export class OrganisationImportService implements ImportSource, OnModuleInit {
  readonly kind = 'organisations';
  readonly holdsRegister = true;

  constructor(
    private readonly sources: ImportSources,
    private readonly bulk: OrganisationBulkService,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  targets(): Promise<ImportTarget[]> {
    return Promise.resolve([...organisationTargets]);
  }

  async plan(manager: EntityManager, _editionId: string, file: MappedFile): Promise<ImportPlan> {
    const all = await standingOrganisations(manager);
    const standing = new Map(all.map((one) => [one.id, one]));
    const index = new OrganisationIndex(all);
    const holders = holdersOfNames(all);
    const parents = new Map(
      all.flatMap(({ id, parentId }) => {
        const parent = parentId === null ? undefined : standing.get(parentId);
        return parent === undefined ? [] : [[id, writtenOrganisation(parent, holders)] as const];
      }),
    );
    const context = { index, standing, parents, countries, countryTable };
    const read = file.rows.map((row) => readOrganisation(row, context));
    const planned = read.map((one) => planOrganisation(one, index));
    refuseCycles(planned, new Map(all.map(({ survivorId, parentId }) => [survivorId, parentId])));
    const columns = columnsOfTargets(file.columns);
    const met = new Set(planned.map(({ id }) => id));
    const writes = planned.filter(({ line }) => line.outcome !== 'unchanged');
    return {
      targets: [...organisationTargets],
      window: 'open',
      outline: {
        lines: planned.map(({ line }) => line),
        badCells: planned.flatMap(({ reader, row }) => reader.problems.map((found) => badCell(found, row, columns))),
        absent: all.filter(({ id, survivorId }) => id === survivorId && !met.has(id)).length,
        incomplete: 0,
      },
      fingerprint: writes.map(({ standing: was, before, after }) => ({
        from: was && { id: was.id, version: was.version, facts: facts(before) },
        to: facts(after),
      })),
      apply: async (actor) => {
        await this.bulk.write(manager, writes.map(writeOf), actor);
        if (writes.length > 0) await relinkOrganisations(manager);
      },
    };
  }
}

const facts = (organisation: PlannedOrganisation['before']) =>
  organisation && {
    ...organisation,
    country: organisation.country?.key ?? null,
    aliases: organisation.aliases.map((alias) => ({ ...alias })),
  };

/** @param parentOf by what stands today; rewritten as the file has it */
function refuseCycles(planned: readonly PlannedOrganisation[], parentOf: Map<string, string | null>): void {
  for (const { id, standing, parentId } of planned) parentOf.set(standing?.survivorId ?? id, parentId);
  for (const { id, parentId, line, reader } of planned) {
    if (line.outcome === 'unchanged') continue;
    const seen = new Set([id]);
    for (let at = parentId; at !== null; at = parentOf.get(at) ?? null) {
      if (at === id && seen.size > 1) reader.refuse('parent', 'parentId', 'organisation-cycle');
      if (seen.has(at)) break;
      seen.add(at);
    }
  }
}

function writeOf({ id, standing, before, after, parentId }: PlannedOrganisation): OrganisationWrite {
  const renamed = (['zh', 'en'] as const).filter((language) =>
    language === 'zh' ? after.nameZh !== (before?.nameZh ?? null) : after.nameEn !== (before?.nameEn ?? null),
  );
  const [nameZh, nameEn] = [after.nameZh, after.nameEn];
  const [code, countryCode, externalKey] = [after.code, after.country?.key ?? null, after.externalKey];
  // Former canonical names stay as rows and change their kind alone.
  const kept = new Set([before?.nameZh, before?.nameEn, ...(before?.aliases.map(({ text }) => text) ?? [])]);
  return {
    ...{ id, isNew: standing === null, nameZh, nameEn, code, countryCode, parentId, externalKey, renamed },
    isChanged:
      renamed.length > 0 ||
      code !== (before?.code ?? null) ||
      countryCode !== (before?.country?.key ?? null) ||
      externalKey !== (before?.externalKey ?? null) ||
      parentId !== (standing?.parentId ?? null),
    names: after.aliases.filter(({ text }) => !kept.has(text)),
  };
}
