import { ApiProblem, asProblem } from './problem.js';

const endpoint = '/api/v1/uploads';
/** Bytes sent in one request; what came of one that is cut off is kept. */
const chunkSize = 8 * 1024 * 1024;
const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];

export interface RunningUpload {
  pause: () => void;
  resume: () => void;
}

export interface UploadListener {
  /** @param sent bytes that the server has taken */
  progress: (sent: number) => void;
  done: () => void;
  failed: (problem: ApiProblem) => void;
}

/** Sends the bytes of a filed file, from where the server stopped having them; a lost connection is waited out. */
export async function sendFile(
  file: File,
  publicId: string,
  isBegun: boolean,
  listener: UploadListener,
): Promise<RunningUpload> {
  const { Upload } = await import('tus-js-client');
  const upload = new Upload(file, {
    endpoint,
    ...(isBegun ? { uploadUrl: `${endpoint}/${publicId}` } : {}),
    metadata: { file: publicId },
    chunkSize,
    retryDelays,
    storeFingerprintForResuming: false,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return status === 0 || status === 423 || status === 429 || (status >= 500 && status !== 507);
    },
    onProgress: (sent) => listener.progress(sent),
    onSuccess: () => listener.done(),
    onError: (error) => {
      const response = 'originalResponse' in error ? error.originalResponse : null;
      listener.failed(
        response ? asProblem(response.getStatus(), parsed(response.getBody())) : new ApiProblem('network', 0, null),
      );
    },
  });
  upload.start();
  return { pause: () => void upload.abort(), resume: () => upload.start() };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
