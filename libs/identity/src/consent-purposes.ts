/** On what a purpose rests (PIPL art. 13, 23, 25, 29, 39; GDPR art. 6). */
export type ConsentBasis = 'contract' | 'consent' | 'separate-consent';

interface Purpose {
  readonly basis: ConsentBasis;
  /** Whether there can be no account without it. */
  readonly isRequired: boolean;
}

/** What an account asks for. */
export const accountPurposes = {
  account: { basis: 'contract', isRequired: true },
  'storage-in-china': { basis: 'separate-consent', isRequired: true },
} as const satisfies Readonly<Record<string, Purpose>>;

/** What a person of a team is asked for one entry: none is needed to take part. */
export const entryPurposes = {
  'publish-name': { basis: 'separate-consent', isRequired: false },
  'pass-to-district': { basis: 'separate-consent', isRequired: false },
  'pass-to-investor': { basis: 'separate-consent', isRequired: false },
  'live-broadcast': { basis: 'separate-consent', isRequired: false },
} as const satisfies Readonly<Record<string, Purpose>>;

export type AccountPurpose = keyof typeof accountPurposes;
export type EntryPurpose = keyof typeof entryPurposes;
export type ConsentPurpose = AccountPurpose | EntryPurpose;

export const accountPurposeNames = Object.keys(accountPurposes) as readonly AccountPurpose[];
export const entryPurposeNames = Object.keys(entryPurposes) as readonly EntryPurpose[];

/** Of the wording that the pages show and of the privacy notice; whoever changes what either says gives it another. */
export const consentVersion = '2026-11-27';

export function basisOf(purpose: ConsentPurpose): ConsentBasis {
  return { ...accountPurposes, ...entryPurposes }[purpose].basis;
}
