import { ApiProblem, asProblem } from './problem.js';

/** One picture behind a link that needs no cookie. @throws ApiProblem also where the link is over */
export async function fetchPicture(url: string, signal: AbortSignal): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'omit', signal });
    if (response.ok) return await response.blob();
  } catch {
    throw new ApiProblem('network', 0, null);
  }
  throw asProblem(response.status, await response.json().catch(() => null));
}
