import type { DataSource } from 'typeorm';
import { LedgerService } from '#ledger';
import { EntryFormService, EntryQueryService, EntryService, FormService } from '#submission';

/** The services of entries on a database, wired as the module wires them. */
export function entryServices(dataSource: DataSource) {
  const ledger = new LedgerService();
  const forms = new FormService(dataSource, ledger);
  const entryForms = new EntryFormService(forms);
  return {
    forms,
    entries: new EntryService(ledger, entryForms),
    queries: new EntryQueryService(dataSource, ledger, entryForms),
  };
}
