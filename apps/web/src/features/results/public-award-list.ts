import type { Schemas } from '../../api/client.js';

/** A published list as the API gives it. */
export type PublicAwardList = Schemas['PublicAwardListDto'];
