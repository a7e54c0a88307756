import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { startTexts } from './locales/index.js';
import './theme/base.css';
import './theme/antd.css';
import './theme/marks.css';
import './theme/frame.css';
import './theme/data.css';
import './theme/paper.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
