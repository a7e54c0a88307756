export const queueName = 'queue';
export const stageName = (slug: string, stageKey: string) => `stage/${slug}/${stageKey}`;

/** All that is prepared of one assignment begins with this. */
export const ofAssignment = (publicId: string) => `${publicId}/`;
export const assignmentName = (publicId: string) => `${ofAssignment(publicId)}assignment`;
export const entryName = (publicId: string) => `${ofAssignment(publicId)}entry`;
export const copyName = (publicId: string, file: string) => `${ofAssignment(publicId)}copy/${file}`;
export const pageName = (publicId: string, file: string, page: number) => `${ofAssignment(publicId)}${file}/${page}`;
