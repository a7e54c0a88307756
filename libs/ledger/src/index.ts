export { commandLine } from './command-line.js';
export { LedgerModule } from './ledger.module.js';
export { LedgerService, type LedgerReceipt } from './ledger.service.js';
export { prepareCommitment, type PreparedCommitment } from './prepared-commitment.js';
export { prepareEvent, type LedgerAct, type PreparedEvent } from './prepared-event.js';
