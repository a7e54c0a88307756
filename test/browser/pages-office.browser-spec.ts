import { checkEveryPage, checkPaper, withDemo } from './page-checks.js';

// Two files with about half the screens each, so that both are looked at side by side.
withDemo();
checkEveryPage(['organiser', 'approver']);
checkPaper();
