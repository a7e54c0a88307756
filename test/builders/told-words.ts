import { answerFields, type IdentityField, maySee } from '#identity';
import type { Crawled } from './crawl.js';
import type { CrawlPerson } from './crawl-people.js';
import { wordKey } from './find-words.js';
import { plantedWords, type PlantedWord } from './planted-words.js';

/** What files say of who wrote them; each of the many words of `authored-files`. */
const ofFiles: PlantedWord = { word: '', fields: ['team-files'], owner: null };
const bare = (word: string) => wordKey(word).replace(/@example\.test$/, '');
const known = new Map(plantedWords.map((planted) => [bare(planted.word), planted]));

/** The planted word that was found; one that stands in no list is of a file. */
export const plantedWord = (found: string): PlantedWord => known.get(bare(found)) ?? ofFiles;

/** What the visibility matrix calls that which a request was answered with; null for a refusal, or no body. */
export function answeredObject(
  { operation, url, status }: Crawled,
  objects: ReadonlyMap<string, string>,
): string | null {
  if (status >= 300) return null;
  const what = /\/([^/?]+)(?:\?|$)/.exec(url)?.[1] ?? '';
  return objects.get(operation.replace('{what}', what)) ?? null;
}

/** A word where the matrix forbids it: of which field, in what, and why it must not be there. */
export interface Leak {
  readonly person: string;
  readonly where: string;
  readonly word: string;
  readonly why: string;
}

/** Why a person may not be told a word in an answer; null where they may. */
export function refusalOf(person: CrawlPerson, planted: PlantedWord, object: string | null): string | null {
  const isOwn = planted.owner === person.name;
  const carried = (field: IdentityField) => (answerFields[object ?? ''] ?? []).includes(field);
  // What a person gave is echoed to that person, also by a refusal: the stored sheet to who has an older one.
  if (isOwn && (object === null || planted.fields.some(carried))) return null;
  if (object === null) return `nothing of ${planted.fields.join(' or ')} is told by a refusal`;
  if (!planted.fields.some(carried)) return `${object} is not said to carry ${planted.fields.join(' or ')}`;
  if (planted.fields.some((field) => carried(field) && maySee(field, person.viewer, person.moment))) return null;
  return `${planted.fields.join(' or ')} is not for ${person.viewer}`;
}
