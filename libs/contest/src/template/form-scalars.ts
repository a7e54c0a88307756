/*
 * Like the rest of a template, a form arrives with every scalar as the text that was typed. Here the fields that hold a
 * number or a boolean get their type; what cannot be one stays a text, which the form's own checks then refuse by name.
 */

const booleans = new Set(['isRequired', 'isPersonal', 'identifies', 'allowsUndecided']);
const counts = new Set(['maximumLength', 'minimumLength', 'decimals', 'minimumCount', 'maximumCount', 'maximumBytes']);

/** A form as a template holds it, with the types of a `FormDefinition`; whether it is one is for `validateForm` to say. */
export function typedForm(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(typedForm);
  if (raw === null || typeof raw !== 'object') return raw;
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, typedField(name, value)]));
}

function typedField(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return typedForm(value);
  if (booleans.has(name) && (value === 'true' || value === 'false')) return value === 'true';
  if (counts.has(name) && /^(0|[1-9][0-9]{0,9})$/.test(value)) return Number(value);
  return value;
}
