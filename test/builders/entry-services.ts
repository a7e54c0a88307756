import type { DataSource } from 'typeorm';
import { StageEntryService } from '#contest';
import { LedgerService } from '#ledger';
import { MailService } from '#mail';
import {
  EligibilityService,
  EntryFormService,
  EntryNotices,
  EntryQueryService,
  EntryService,
  FormService,
} from '#submission';

/** The services of entries on a database, wired as the module wires them. */
export function entryServices(dataSource: DataSource) {
  const ledger = new LedgerService();
  const forms = new FormService(dataSource, ledger);
  const entryForms = new EntryFormService(forms);
  const notices = new EntryNotices(new MailService());
  return {
    forms,
    entries: new EntryService(ledger, entryForms, notices),
    queries: new EntryQueryService(dataSource, ledger, entryForms),
    eligibility: new EligibilityService(ledger, new StageEntryService(ledger), notices),
  };
}
