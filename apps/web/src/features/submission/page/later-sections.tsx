import type { ComponentType } from 'react';
import type { OwnEntry } from '../queries.js';
import { AvoidanceSection } from '../team/avoidance-section.js';
import { ConsentsSection } from '../team/consents-section.js';
import { TeamSection } from '../team/team-section.js';
import { TranslationSection } from '../translation/translation-section.js';
import { PassingSection } from '../passing/passing-section.js';
import { EntryMessages } from './entry-messages.js';
import { EntryFeedback, EntryOutcome } from './entry-outcome.js';
import { EntryReaders } from './entry-readers.js';
import { EntryVersions } from './entry-versions.js';

interface LaterSection<Key extends string> {
  /** Its title is `section.<key>` of the texts. */
  readonly key: Key;
  readonly View: ComponentType<{ entry: OwnEntry }>;
}

const section = <Key extends string>(key: Key, View: LaterSection<Key>['View']): LaterSection<Key> => ({ key, View });

/** What stands on an entry's page below its answers, files and receipts, in this order. */
export const laterSections = [
  section('translation', TranslationSection),
  section('versions', EntryVersions),
  section('team', TeamSection),
  section('consents', ConsentsSection),
  section('avoidances', AvoidanceSection),
  section('messages', EntryMessages),
  section('readers', EntryReaders),
  section('passing', PassingSection),
  section('outcome', EntryOutcome),
  section('feedback', EntryFeedback),
] as const;
