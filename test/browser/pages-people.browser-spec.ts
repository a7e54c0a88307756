import { checkEveryPage, checkPhoneMenu, checkSlowLine, withDemo } from './page-checks.js';
import { checkScorePapers } from './paper-checks.js';

withDemo();
checkEveryPage(['public', 'judge', 'team']);
checkPhoneMenu();
checkSlowLine();
// After the judge's screens, one of which submits a sheet.
checkScorePapers();
