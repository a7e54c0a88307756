/** What the matrix lets somebody see and they are not shown by the crawl, and why. */
export const notShown: Readonly<Record<string, string>> = {
  'openJudge: team-lead': 'The form presents its own fields alone; names are shown where conflicts are declared.',
  'openJudge: team-people': 'As above.',
  'openJudge: team-organisation': 'As above.',
  'undeclared: team-answers': 'Nothing of an entry opens before the declaration.',
  'undeclared: team-files': 'As above.',
  'office: judge-interest': 'Shown where it speaks for a conflict, and here nothing does.',
  'member: team-draft': 'Of the entry with a draft the lead alone is of the team.',
};
