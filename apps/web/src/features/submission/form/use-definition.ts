import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import { defaultForm } from '#domain/form/default-form';
import type { FormDefinition } from '#domain/form/form-definition';
import type { EntryFields } from '../entry-fields.js';
import type { OwnEntry } from '../queries.js';
import { definitionOf, formQuery } from './form-queries.js';

/** The form of a new entry: that of the track chosen, and the last one seen while the next is coming. */
export function useNewDefinition(slug: string, form: FormInstance<EntryFields>): FormDefinition {
  const track = Form.useWatch<string | undefined>('trackKey', { form, preserve: true });
  const { data } = useQuery(formQuery(slug, track));
  const [seen, setSeen] = useState(defaultForm);
  if (data && data !== seen) setSeen(data);
  return data ?? seen;
}

export interface EntryDefinition {
  definition: FormDefinition;
  /** Whether the team has chosen the newer form on this page. */
  isAdopting: boolean;
  adopt: () => void;
}

/** The form of an entry: the one it was begun with, until its team takes the newer one or chooses another track. */
export function useEntryDefinition(entry: OwnEntry, form: FormInstance<EntryFields>): EntryDefinition {
  const track = Form.useWatch<string | undefined>('trackKey', { form, preserve: true });
  const [isAdopting, setAdopting] = useState(false);
  const isMoved = track !== undefined && track !== entry.form.trackKey;
  const { data } = useQuery({ ...formQuery(entry.edition.slug, track), enabled: isAdopting || isMoved });
  const own = definitionOf(entry.asked.definition);
  return { definition: (isAdopting || isMoved ? data : undefined) ?? own, isAdopting, adopt: () => setAdopting(true) };
}
