/** Fields that tell who somebody is, or what one person said of another, by whom they would give away. */
export const identityFields = {
  'entry-number': 'number of an entry, which tells in which order teams came',
  'team-lead': 'name of the person who leads a team',
  'team-people': 'names of the other members and of the advisers',
  'team-organisation': 'where the people of a team work or study, and who nominates them',
  'team-country': 'country or region of a team',
  'team-contact': 'phone numbers, addresses and passport spellings of the people of a team',
  'team-account': 'name and address of the accounts of a team',
  'team-answers': 'answers that name a team: company, codes, addresses, travellers, owners of patents, links',
  'office-answers': 'answers of a team that its form keeps from judges',
  'team-files': 'names that a team gave its files, and what files say of who wrote them',
  'team-draft': 'what a team has written and not submitted',
  avoidance: 'whom a team asks to be kept away, and why',
  register: 'names and codes in the register of organisations; not who uses them',
  'register-key': 'keys under which other systems know organisations and entries',
  'note-to-team': 'what the office wrote to a team: corrections asked for, a longer deadline and its reason',
  'office-note':
    'what the office wrote about an entry for itself: duplicates, direct entry, due diligence, imports, re-reviews, opinions of owners',
  'judge-name': 'name of a judge',
  'judge-account': 'address with which a judge signs in, and the one that is to take its place',
  'judge-facts': 'employers, keywords and keys of a judge',
  'judge-answer': 'why a judge declined, was taken off the roster, had a sheet unlocked or a late one refused',
  'judge-of-entry': 'which judge has, had or will have which entry',
  'judge-interest': 'whom a judge names as tied: people advised, co-authors, earlier employers, investments',
  'judge-conflict': 'between which judge and which entry a conflict stands, and which',
  'calibration-reference': 'how the office scores an entry on which judges find the measure',
  'score-of-judge': 'what one judge scored or wrote, as that of one judge',
  'office-name': 'names of the people of the office',
  'problem-owner': 'the enterprise behind a problem and who signs for it, beyond the public words for it',
} as const;

export type IdentityField = keyof typeof identityFields;
