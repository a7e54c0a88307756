/**
 * Where an organisation is named as typed, beside what it is taken for. Whatever reads the register anew, lists what it
 * does not know or merges, goes through all of them.
 */
export const namedPlaces = [
  { table: 'entries', text: 'nominating_body', id: 'nominating_body_id' },
  { table: 'team_members', text: 'organisation', id: 'organisation_id' },
  { table: 'judges', text: 'employer', id: 'employer_id' },
] as const;
