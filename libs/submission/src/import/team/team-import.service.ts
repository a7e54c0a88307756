import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  columnsOfTargets,
  earlierRows,
  type ImportedEntry,
  type ImportedMember,
  type ImportTarget,
  personTargets,
} from '#domain';
import { type EditionCatalogue, editionCatalogue } from '../../edition-catalogue.js';
import { memberLimit } from '../../entry-answers.js';
import { resolveAnswers } from '../../resolve-answers.js';
import { badCell } from '../bad-cell.js';
import { EntryApplication, type EntryWrite } from '../entry/apply-entries.js';
import { entriesTiedTo, entryFinder, withoutTied } from '../entry/find-rows.js';
import { LandingDesks } from '../entry/landing-desk.js';
import { type StandingEntry, type StandingMember, standingEntries } from '../entry/standing-entries.js';
import { entryWindow } from '../entry-window.js';
import { type ImportPlan, type ImportSource, ImportSources, type MappedFile, type PlanTerms } from '../import-kind.js';
import { planPerson, type PlannedPerson } from './plan-person.js';

/**
 * People of teams from an office's file, one a row: whoever is in the team is updated, whoever is not is added, and nobody
 * leaves it. The entry is found by its external key or number, the person by the name.
 */
@Injectable()
export class TeamImportService implements ImportSource, OnModuleInit {
  readonly kind = 'teams';

  constructor(
    private readonly sources: ImportSources,
    private readonly application: EntryApplication,
    private readonly landing: LandingDesks,
  ) {}

  onModuleInit(): void {
    this.sources.add(this);
  }

  targets(): Promise<ImportTarget[]> {
    return Promise.resolve([...personTargets]);
  }

  async plan(
    manager: EntityManager,
    editionId: string,
    file: MappedFile,
    { holds, reader }: PlanTerms,
  ): Promise<ImportPlan> {
    const landing = await this.landing.declared(manager, editionId);
    const standing = await standingEntries(manager, editionId, { holds, landing });
    const find = entryFinder(standing);
    const tied = await entriesTiedTo(manager, reader);
    const taken = new Map<StandingMember, number>();
    const planned = file.rows.map((row) => planPerson(withoutTied(find(row), tied), taken));
    refuseTwice(planned);
    const teams = teamsOf(planned);
    refuseCrowds(planned, teams);
    const columns = columnsOfTargets(file.columns);
    const badCells = planned.flatMap(({ reader, row }) => reader.problems.map((one) => badCell(one, row, columns)));
    const changed = [...teams.keys()].map(({ id }) => id);
    const named = new Set(planned.flatMap(({ standing: entry }) => entry ?? []));
    const { window } = await entryWindow(manager, editionId, { changed, hasNew: false }, holds);
    return {
      targets: [...personTargets],
      window,
      outline: {
        lines: planned.map(({ line }) => line),
        badCells,
        absent: [...named].flatMap(({ people }) => people).filter((person) => !taken.has(person)).length,
        incomplete: 0,
      },
      fingerprint: [...teams].map(([{ id, entry }, members]) => ({
        ...{ id, from: entry.members.map((one) => ({ ...one })), to: members.map((one) => ({ ...one })) },
      })),
      apply: async (actor) => {
        const catalogue = await editionCatalogue(manager, { editionId });
        const writes = [...teams].map(([entry, members]) => writeOf(entry, members, catalogue));
        await this.application.apply(manager, editionId, writes, { actor, isLate: false });
      },
    };
  }
}

/** The teams that change, as the file leaves them: the lead first, those who are new behind the others. */
function teamsOf(planned: readonly PlannedPerson[]): Map<StandingEntry, ImportedMember[]> {
  const rows = new Map<StandingEntry, PlannedPerson[]>();
  for (const one of planned) {
    if (one.standing !== null && one.line.outcome !== 'unchanged') {
      rows.set(one.standing, [...(rows.get(one.standing) ?? []), one]);
    }
  }
  return new Map(
    [...rows].map(([standing, own]) => {
      const changed = standing.people.map((person) => own.find(({ before }) => before === person)?.after ?? person);
      const added = own.filter(({ before }) => before === null).map(({ after }) => after);
      const members = [...changed, ...added];
      const isLead = ({ role }: ImportedMember) => role === 'lead';
      return [standing, [...members.filter(isLead), ...members.filter((one) => !isLead(one))]];
    }),
  );
}

function refuseTwice(planned: readonly PlannedPerson[]): void {
  const earlier = earlierRows(
    planned.map(({ row, standing, before, after }) => ({
      row: row.row,
      names: standing === null || after.name === '' ? [] : [`${standing.id} ${before?.publicId ?? ''} ${after.name}`],
    })),
  );
  const known = new Map<string, number>();
  planned.forEach(({ row, reader, standing, before, after }, index) => {
    const key = `${standing?.id} ${after.name}`;
    // Whoever is found nowhere although a row above has the name is that row's person once more.
    const first = earlier[index] ?? (before === null && standing !== null ? known.get(key) : undefined);
    if (first !== undefined) reader.refuse('name', 'name', 'row-duplicated', { row: first });
    if (!known.has(key)) known.set(key, row.row);
  });
}

function refuseCrowds(planned: readonly PlannedPerson[], teams: ReadonlyMap<StandingEntry, ImportedMember[]>): void {
  for (const { standing, before, reader } of planned) {
    const count = standing === null ? 0 : (teams.get(standing)?.length ?? 0);
    if (before === null && count > memberLimit) {
      reader.refuse('name', 'members', 'too-many-items', { maximum: memberLimit, count });
    }
  }
  for (const [standing, members] of teams) {
    const own = planned.filter((one) => one.standing === standing && one.after.role === 'lead' && one.before === null);
    if (members.filter(({ role }) => role === 'lead').length < 2) continue;
    for (const { reader } of own) {
      if (reader.problems.length === 0) reader.refuse('role', 'role', 'lead-fixed');
    }
  }
}

function writeOf(standing: StandingEntry, members: readonly ImportedMember[], catalogue: EditionCatalogue): EntryWrite {
  const entry: ImportedEntry = { ...standing.entry, members };
  const { formVersionId, entry: was } = standing;
  return {
    ...{ entry, standing, form: { formVersionId, formAnswers: was.formAnswers } },
    answers: resolveAnswers(catalogue, entry),
  };
}
