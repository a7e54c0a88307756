import { answer, api, type Schemas } from '../../api/client.js';
import { asApiProblem } from '../../api/problem.js';

export type PreferenceChange = Schemas['ChangeReadingPreferencesDto'];

interface Chosen {
  /** Key of the person whose choice it is. */
  person: string;
  change: PreferenceChange;
}

const key = 'leitai.reading-preferences';

/** Where the browser refuses to write site data: it lasts as long as the page, and stands over what was written before. */
let held: Chosen | null = null;

/** What the person chose on this device and the server has not taken yet; empty where there is nothing. */
export function chosenBy(person: string): PreferenceChange {
  const chosen = read();
  return chosen?.person === person ? chosen.change : {};
}

function read(): Chosen | null {
  if (held !== null) return held;
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null') as Chosen | null;
  } catch {
    return null;
  }
}

function keep(person: string, change: PreferenceChange): void {
  try {
    if (Object.keys(change).length === 0) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify({ person, change } satisfies Chosen));
    held = null;
  } catch {
    held = { person, change };
  }
}

/** Leaves what was chosen otherwise while this was on its way. */
function settle(person: string, sent: PreferenceChange): void {
  const now = Object.entries(chosenBy(person));
  keep(person, Object.fromEntries(now.filter(([name, value]) => sent[name as keyof PreferenceChange] !== value)));
}

let going: Promise<void> | null = null;

async function sendAll(person: string): Promise<void> {
  for (let change = chosenBy(person); Object.keys(change).length > 0; change = chosenBy(person)) {
    try {
      await answer(api.PUT('/api/v1/session/preferences', { body: change }));
    } catch (error) {
      const { isPassing, isExpired } = asApiProblem(error);
      // Tried again later: with the next choice, the next page, or once the line is back.
      if (isPassing || isExpired) return;
    }
    settle(person, change);
  }
}

/** Sends what waits, one change at a time: of several choices the last one is what the server keeps. */
export function sendChosen(person: string): Promise<void> {
  going ??= sendAll(person).finally(() => {
    going = null;
  });
  return going;
}

/** Kept here until the server has it. */
export function choose(person: string, change: PreferenceChange): Promise<void> {
  keep(person, { ...chosenBy(person), ...change });
  return sendChosen(person);
}
