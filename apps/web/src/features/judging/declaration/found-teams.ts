import type { OwnTeam } from './queries.js';

/** Of full width and half, capital and small letters one form, as a name is sought however it was typed. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** Teams of which the title, a name or an employer has what is sought; all where nothing is. */
export function foundTeams(teams: readonly OwnTeam[], sought: string): readonly OwnTeam[] {
  const part = folded(sought);
  if (part === '') return teams;
  return teams.filter(({ title, people }) =>
    [title, ...people.flatMap(({ name, organisation }) => [name, organisation ?? ''])].some((text) =>
      folded(text).includes(part),
    ),
  );
}
