/** Queue names; a colon would be refused by BullMQ. */
export const tallyQueueName = 'tally';
export const analysisQueueName = 'analysis';
export const landingSuggestionQueueName = 'landing-suggestion';

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
