export * from './award-blockers.js';
export * from './award-list.service.js';
export * from './edition-lists.query.js';
export * from './publication.service.js';
export * from './published-list.service.js';
export * from './results.module.js';
export * from './tie-decision.service.js';
