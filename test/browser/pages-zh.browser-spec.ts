import { checkEveryPage, checkPaper, checkPhoneMenu, withDemo } from './page-checks.js';

// One file for each language, so that both are looked at side by side.
withDemo();
checkEveryPage('zh');
checkPhoneMenu();
checkPaper();
