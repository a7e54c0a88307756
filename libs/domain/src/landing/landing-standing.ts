/** The three ways in which an entry can be said to mean to land; none of them implies another. */
export interface LandingStanding {
  /** By the team. */
  readonly declared: boolean;
  /** By the rule. */
  readonly suggested: boolean;
  /** By a person who is named and answers for it. */
  readonly confirmed: boolean;
}

/** Whether the entry may enter a published figure: only when a person confirmed it. */
export function countsAsLandingIntent(standing: LandingStanding): boolean {
  return standing.confirmed;
}
