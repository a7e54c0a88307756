import { createContext } from 'react';

/** Whether what is shown is invented: then every file that leaves the page says so too. */
export const DemoContext = createContext(false);
