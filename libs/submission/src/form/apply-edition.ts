import type { EntityManager } from 'typeorm';
import type { ApplyOptions, ApplyOutcome, ContestTemplate, ContestTemplateService } from '#contest';
import { hashJson } from '#domain';
import { commandLine } from '#ledger';
import { formTrack, type FormService } from './form.service.js';

export interface FormOutcome {
  readonly trackKey: string;
  /** Of the version with what the template holds. */
  readonly number: number;
  readonly form: 'published' | 'unchanged';
}

export interface EditionApplied extends ApplyOutcome {
  /** Empty where the template as a whole was there already. */
  readonly forms: readonly FormOutcome[];
}

/**
 * Writes a template with its forms, all or nothing. A form is published where its node never had just that one: what
 * the office has published on the page since stays in force when the same file is applied again.
 *
 * @throws DomainError as `ContestTemplateService.apply`, and `form-invalid`
 */
export async function applyEdition(
  { templates, forms }: { readonly templates: ContestTemplateService; readonly forms: FormService },
  template: ContestTemplate,
  options: Omit<ApplyOptions, 'within'> = {},
): Promise<EditionApplied> {
  const outcomes: FormOutcome[] = [];
  const publish = async (manager: EntityManager, trackKey: string): Promise<FormOutcome> => {
    const track = await formTrack(manager, template.edition.slug, trackKey);
    const definition = template.forms[trackKey];
    const [known] = await manager.query<{ number: number }[]>(
      `select number from form_versions where track_id = $1 and hash = decode($2, 'hex') order by number desc limit 1`,
      [track.id, hashJson(definition ?? null)],
    );
    if (known) return { trackKey, number: known.number, form: 'unchanged' };
    const at = { editionId: track.editionId, trackId: track.id };
    const { number } = await forms.publish(manager, at, definition, options.actor ?? commandLine);
    return { trackKey, number, form: 'published' };
  };
  const applied = await templates.apply(template, {
    ...options,
    within: async (manager) => {
      for (const trackKey of Object.keys(template.forms)) outcomes.push(await publish(manager, trackKey));
    },
  });
  return { ...applied, forms: outcomes };
}
