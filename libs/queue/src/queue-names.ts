/** Queue names; a colon would be refused by BullMQ. */
export const tallyQueueName = 'tally';
export const analysisQueueName = 'analysis';
export const landingSuggestionQueueName = 'landing-suggestion';
export const fileCheckQueueName = 'file-check';
export const viewingCopyQueueName = 'viewing-copy';
export const assignmentQueueName = 'assignment';

/** Job of the queue `tally`: compute the stage's ranking from what its tables hold. */
export interface TallyJob {
  readonly stageId: string;
}

/** Job of the queue `analysis`: compute what is known of the stage beside its ranking, after its newest run. */
export interface AnalysisJob {
  readonly stageId: string;
}

/** Job of the queue `landing-suggestion`: compute what is pending for the edition's entries. */
export interface LandingSuggestionJob {
  readonly editionId: string;
}

/** Job of the queue `file-check`: look into a file of which every byte has arrived. */
export interface FileCheckJob {
  readonly fileId: string;
}

/** Job of the queue `viewing-copy`: render a file that is ready, page by page. */
export interface ViewingCopyJob {
  readonly fileId: string;
}

/** Job of the queue `assignment`: plan who judges what, as one run asks for it. */
export interface AssignmentRunJob {
  readonly runId: string;
}
