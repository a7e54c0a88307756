import { checkEveryPage, withDemo } from './page-checks.js';
import { checkJudgePapers, checkPaper, checkSheets } from './paper-checks.js';

// Two files with about half the screens each, so that both are looked at side by side.
withDemo();
checkEveryPage(['organiser', 'approver']);
checkPaper();
checkSheets();
checkJudgePapers();
