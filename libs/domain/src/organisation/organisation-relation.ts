/** `same` also after a merge; `branch`: one is a branch of the other, at any height. */
export const organisationRelations = ['same', 'branch', 'none'] as const;
export type OrganisationRelation = (typeof organisationRelations)[number];
