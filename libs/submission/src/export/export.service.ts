import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LedgerService } from '#ledger';
import { FormService } from '../form/form.service.js';
import { LandingDesks } from '../import/entry/landing-desk.js';
import { editionBySlug } from '../import/import-rows.js';
import {
  contactsTable,
  entriesTable,
  type ExportReader,
  type ExportTable,
  problemsTable,
  signInTable,
} from './export-tables.js';
import { judgesTable, organisationsTable } from './register-tables.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

export const exportNames = ['entries', 'contacts', 'sign-in', 'organisations', 'judges', 'problems'] as const;
export type ExportName = (typeof exportNames)[number];
export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Readable;
}

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Tables of an edition as files, written as they are read. The ledger is told of each before its first row. */
@Injectable()
export class ExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly forms: FormService,
    private readonly ledger: LedgerService,
    private readonly landing: LandingDesks,
  ) {}

  /** @throws DomainError `not-found` */
  async file(
    slug: string,
    what: ExportName,
    { format, locale, readerId }: ExportReader & { readonly format: ExportFormat },
  ): Promise<ExportFile> {
    const { manager } = this.dataSource;
    const editionId = await editionBySlug(manager, slug);
    const table = await this.table(editionId, what, { locale, readerId });
    await this.ledger.record(manager, {
      kind: 'read',
      subject: { actor: readerId, edition: editionId },
      body: { what: `export-${what}`, format },
    });
    const chunks = format === 'csv' ? writeCsv(whole(table)) : writeXlsx({ ...table, rows: whole(table) });
    return {
      name: `${slug}-${table.name}.${format}`,
      mediaType: mediaTypes[format],
      bytes: Readable.from(chunks, { objectMode: false }),
    };
  }

  private async entries(editionId: string, reader: ExportReader): Promise<ExportTable> {
    const { manager } = this.dataSource;
    const landing = await this.landing.declared(manager, editionId);
    return entriesTable(manager, editionId, { forms: this.forms, landing }, reader);
  }

  private async table(editionId: string, what: ExportName, reader: ExportReader): Promise<ExportTable> {
    const { manager } = this.dataSource;
    switch (what) {
      case 'entries':
        return this.entries(editionId, reader);
      case 'contacts':
        return contactsTable(manager, editionId, reader);
      case 'sign-in':
        return signInTable(manager, editionId, reader);
      case 'organisations':
        return organisationsTable(manager, reader.locale);
      case 'judges':
        return judgesTable(manager, editionId, reader.locale);
      case 'problems':
        return problemsTable(manager, editionId, reader.locale);
    }
  }
}

async function* whole({ header, rows }: ExportTable): AsyncGenerator<readonly string[]> {
  yield header;
  yield* rows;
}
