import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  cleanFileName,
  DomainError,
  fieldProblem,
  hashJson,
  type ImportColumns,
  type ImportKind,
  type ImportOutline,
  importRows,
  type ImportTarget,
  suggestColumns,
  suggestTargets,
} from '#domain';
import {
  holdOrganisationRegister,
  IdempotencyService,
  shareOrganisationRegister,
  type IdempotentRequest,
} from '#identity';
import { LedgerService } from '#ledger';
import { assertReason, type EntryWindow } from './entry-window.js';
import { columnProblems } from './column-problems.js';
import { type ImportPlan, ImportSources, type PlanTerms } from './import-kind.js';
import {
  editionBySlug,
  importKindOf,
  type ImportCounts,
  insertImport,
  keepColumns,
  markApplied,
  pastImports,
  savedColumns,
  type StoredImport,
  storedImport,
  sweepImports,
} from './import-rows.js';
import { readApart } from './read/read-apart.js';

/** A file as it was read, with what its columns are taken for. */
export interface OpenImport extends StoredImport {
  readonly targets: readonly ImportTarget[];
  /** As chosen, else as suggested; null where the cells are gone. */
  readonly suggested: ImportColumns | null;
}

export type ChosenHeader = Pick<ImportColumns, 'sheet' | 'headerRow'>;

export interface ImportPreview {
  readonly outline: ImportOutline;
  readonly counts: ImportCounts;
  /** 64 hex digits: names this preview when it is applied. */
  readonly digest: string;
  readonly targets: readonly ImportTarget[];
  /** Where teams may not do what it does, it needs a reason. */
  readonly window: EntryWindow;
}

interface Planned extends ImportPreview {
  readonly plan: ImportPlan;
  readonly stored: StoredImport;
}

/** Files from which an office brings in what it has: read, mapped, previewed, and then taken over whole or not at all. */
@Injectable()
export class ImportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly sources: ImportSources,
  ) {}

  /**
   * Reads a file and keeps its cells until it is taken over, a day at most.
   *
   * @throws DomainError `not-found`, `request-invalid` for its name, `import-unreadable` with the fault
   */
  async upload(
    request: Omit<IdempotentRequest, 'body'>,
    slug: string,
    kind: ImportKind,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<OpenImport> {
    const fileName = cleanFileName(file.name);
    if (fileName === null) {
      throw new DomainError('request-invalid', { problems: [fieldProblem('name', 'file-name-invalid')] });
    }
    const reading = await readApart(file.bytes);
    if ('fault' in reading) throw new DomainError('import-unreadable', { fault: reading.fault });
    const fileHash = createHash('sha256').update(file.bytes).digest('hex');
    return this.dataSource.transaction(async (manager) => {
      const editionId = await editionBySlug(manager, slug);
      const { userId } = request;
      const body = { kind, fileName, fileHash };
      const { resultId } = await this.idempotency.run(manager, { ...request, body }, async () => {
        const given = { editionId, kind, fileName, fileHash, sheets: reading.sheets, actor: userId };
        return { status: 201, resultId: await insertImport(manager, given) };
      });
      return this.opened(manager, await storedImport(manager, { id: resultId ?? '' }));
    });
  }

  /**
   * @param header another sheet or row of headers than was recognised
   * @throws DomainError `not-found`
   */
  async open(slug: string, publicId: string, header: ChosenHeader | null = null): Promise<OpenImport> {
    const { manager } = this.dataSource;
    return this.opened(manager, await storedImport(manager, { slug, publicId }), header);
  }

  /** Imports that were taken over, the latest first. @throws DomainError `not-found` */
  async past(slug: string): Promise<StoredImport[]> {
    const { manager } = this.dataSource;
    return pastImports(manager, await editionBySlug(manager, slug));
  }

  /**
   * Says what the columns are; the next file of the edition with the same headers begins with it.
   *
   * @throws DomainError `not-found`, `import-applied`, `request-invalid` with what is wrong with the columns
   */
  async map(request: IdempotentRequest, slug: string, publicId: string, columns: ImportColumns): Promise<OpenImport> {
    return this.dataSource.transaction(async (manager) => {
      await this.idempotency.run(manager, request, async () => {
        const stored = await storedImport(manager, { slug, publicId }, true);
        if (stored.appliedAt !== null) throw new DomainError('import-applied');
        const targets = await this.sources.of(stored.kind).targets(manager, stored.editionId);
        const problems = columnProblems(columns, stored.sheets ?? [], targets);
        if (problems.length > 0) throw new DomainError('request-invalid', { problems });
        await keepColumns(manager, stored, columns, request.userId);
        return { status: 200, resultId: null };
      });
      return this.opened(manager, await storedImport(manager, { slug, publicId }));
    });
  }

  /**
   * What the file would do, row by row, and each cell that keeps it out; nothing is written but that it was read.
   *
   * @throws DomainError `not-found`, `import-applied`
   */
  async preview(slug: string, publicId: string, reader: string): Promise<ImportPreview> {
    return this.dataSource.transaction(async (manager) => {
      const { stored, ...preview } = await this.planned(manager, slug, publicId, { holds: false, reader });
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: stored.editionId, import: stored.id },
        body: { what: 'import-preview', kind: stored.kind, rows: preview.outline.lines.length },
      });
      return preview;
    });
  }

  /**
   * Takes the file over: all of it, or nothing.
   *
   * @param seen digest of the preview that was looked at
   * @param reason why it comes outside the entry window
   * @throws DomainError `not-found`, `import-applied`, `import-invalid` with every bad cell, `revision-stale` where it
   *   would do something else by now, `import-reason-missing`
   */
  async apply(
    request: IdempotentRequest,
    slug: string,
    publicId: string,
    { seen, reason }: { readonly seen: string; readonly reason: string | null },
  ): Promise<ImportCounts> {
    return this.dataSource.transaction(async (manager) => {
      await this.idempotency.run(manager, request, async () => {
        await this.keepRegister(manager, slug, publicId);
        const { plan, stored, counts, digest } = await this.planned(manager, slug, publicId, {
          ...{ holds: true, reader: request.userId },
        });
        const problems = plan.outline.badCells.map(({ row, problem }) => ({
          ...problem,
          path: `rows[${row}].${problem.path}`,
        }));
        if (problems.length > 0) throw new DomainError('import-invalid', { problems });
        if (digest !== seen) throw new DomainError('revision-stale');
        assertReason(plan.window, reason);
        await plan.apply(request.userId);
        await markApplied(manager, stored.id, { actor: request.userId, reason, counts });
        const given = { actor: request.userId, reason, counts, window: plan.window };
        await this.recordApplication(manager, stored, given);
        return { status: 200, resultId: stored.id };
      });
      const { counts } = await storedImport(manager, { slug, publicId });
      return counts as ImportCounts;
    });
  }

  /** Forgets the cells of files that nobody took over within a day. */
  async sweep(): Promise<void> {
    await sweepImports(this.dataSource.manager);
  }

  /** Before any row is locked: whoever names organisations shares the register, who writes it holds it. */
  private async keepRegister(manager: EntityManager, slug: string, publicId: string): Promise<void> {
    const kind = await importKindOf(manager, slug, publicId);
    if (this.sources.of(kind).holdsRegister) await holdOrganisationRegister(manager);
    else await shareOrganisationRegister(manager);
  }

  private async planned(
    manager: EntityManager,
    slug: string,
    publicId: string,
    { holds, reader }: PlanTerms,
  ): Promise<Planned> {
    const stored = await storedImport(manager, { slug, publicId }, holds);
    const { editionId, kind, sheets, columns } = stored;
    if (stored.appliedAt !== null) throw new DomainError('import-applied');
    const grid = sheets?.[columns?.sheet ?? 0]?.grid;
    if (columns === null || grid === undefined) throw new DomainError('not-found', { import: publicId });
    const source = this.sources.of(kind);
    // Two imports of one edition wait for each other, and an import for a window that is being moved.
    if (holds) await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${editionId}`]);
    const plan = await source.plan(manager, editionId, { rows: importRows(grid, columns), columns }, { holds, reader });
    const basis = { file: stored.fileHash, kind, columns, plan: plan.fingerprint };
    const digest = hashJson(basis);
    return {
      plan,
      stored,
      targets: plan.targets,
      outline: plan.outline,
      counts: countsOf(plan.outline),
      digest,
      window: plan.window,
    };
  }

  private async opened(
    manager: EntityManager,
    stored: StoredImport,
    header: ChosenHeader | null = null,
  ): Promise<OpenImport> {
    const { sheets, editionId, kind, columns } = stored;
    const targets = await this.sources.of(kind).targets(manager, editionId);
    const saved = await savedColumns(manager, editionId, kind);
    const grids = sheets?.map(({ grid }) => grid) ?? [];
    if (grids.length === 0) return { ...stored, targets, suggested: columns };
    const isKept = header === null || (header.sheet === columns?.sheet && header.headerRow === columns.headerRow);
    if (isKept) return { ...stored, targets, suggested: columns ?? suggestColumns(grids, targets, saved) };
    const headers = grids[header.sheet]?.[header.headerRow - 1];
    if (headers === undefined) throw new DomainError('not-found', { ...header });
    return { ...stored, targets, suggested: { ...header, targets: suggestTargets(headers, targets, saved) } };
  }

  /** The file's hash could be guessed from a file that somebody kept: the ledger is told a salted one. */
  private async recordApplication(
    manager: EntityManager,
    { id, editionId, kind, fileHash }: StoredImport,
    {
      actor,
      reason,
      counts,
      window,
    }: { actor: string; reason: string | null; counts: ImportCounts; window: EntryWindow },
  ): Promise<void> {
    const file = await this.ledger.commitment(manager, 'import-file', id, fileHash);
    const why = reason === null ? null : await this.ledger.commitment(manager, 'import-reason', id, reason);
    await this.ledger.record(manager, {
      kind: 'data-imported',
      subject: { edition: editionId, import: id },
      body: { actor, kind, file, reason: why, window, counts: { ...counts } },
    });
  }
}

function countsOf({ lines }: ImportOutline): ImportCounts {
  const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  return { new: count('new'), changed: count('changed'), unchanged: count('unchanged') };
}
