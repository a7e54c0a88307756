import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { serviceWorker } from './service-worker.plugin.js';

const api = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), serviceWorker('apps/web/src/service-worker.ts')],
  // The condition makes `#domain` resolve to its TypeScript source: one arithmetic on the server and in the browser.
  resolve: { conditions: ['leitai-source', ...defaultClientConditions] },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    // The charting library is one lazy chunk of about 500 kB.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|i18next|react-i18next|@tanstack)[\\/]/,
            },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': api, '/health': api } },
});
