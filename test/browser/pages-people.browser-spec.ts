import { checkEveryPage, checkPhoneMenu, checkSlowLine, withDemo } from './page-checks.js';

withDemo();
checkEveryPage(['public', 'judge', 'team']);
checkPhoneMenu();
checkSlowLine();
