import { rolldown } from 'rolldown';
import type { Plugin, Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What a judge needs without network, besides what the first page loads; each with all that it imports. */
const offlineModules =
  /\/src\/(locales\/(zh|en)\/index|features\/(judging\/(queue-page|score-sheet-page|delivery)|identity\/(sign-in-form|expired-dialog|unsaved-question)))\.tsx?$/;

const chunksOf = (bundle: Bundle) => Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');

/** Names of the files of the shell: code, styles and what they show. */
function shellFiles(bundle: Bundle): string[] {
  const files = new Set<string>();
  const add = (chunk: Chunk) => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const asset of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) {
      files.add(asset);
    }
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') add(imported);
    }
  };
  for (const chunk of chunksOf(bundle)) {
    if (chunk.isEntry || chunk.moduleIds.some((id) => offlineModules.test(id))) add(chunk);
  }
  return [...files].sort((a, b) => (a < b ? -1 : 1));
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest).slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Builds the service worker with the list of the files that it keeps. @param source its module */
export function serviceWorker(source: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('The build has no index.html for the service worker to keep.');
      const revision = await hashOf(String(page.source));
      const shell = [
        { url: '/index.html', revision },
        { url: '/favicon.svg', revision },
        // The names of all others change with what is in them.
        ...shellFiles(bundle).map((fileName) => ({ url: `/${fileName}`, revision: null })),
      ];
      const worker = await rolldown({
        input: source,
        platform: 'browser',
        transform: { define: { shell: JSON.stringify(shell), 'process.env.NODE_ENV': '"production"' } },
      });
      const { output } = await worker.generate({ format: 'iife', minify: true });
      await worker.close();
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: output[0].code });
    },
  };
}
