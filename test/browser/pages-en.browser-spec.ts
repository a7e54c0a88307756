import { checkEveryPage, checkSlowLine, withDemo } from './page-checks.js';

withDemo();
checkEveryPage('en');
checkSlowLine();
