import analysis from './analysis.json';
import assignment from './assignment.json';
import candidates from './candidates.json';
import common from './common.json';
import contest from './contest.json';
import declaration from './declaration.json';
import draw from './draw.json';
import duplicates from './duplicates.json';
import eligibility from './eligibility.json';
import entry from './entry.json';
import file from './file.json';
import forms from './forms.json';
import home from './home.json';
import identity from './identity.json';
import imports from './import.json';
import interests from './interests.json';
import judges from './judges.json';
import judging from './judging.json';
import landing from './landing.json';
import mail from './mail.json';
import organisations from './organisations.json';
import passing from './passing.json';
import privacy from './privacy.json';
import recheck from './recheck.json';
import recusal from './recusal.json';
import results from './results.json';
import scoring from './scoring.json';
import submission from './submission.json';
import translation from './translation.json';
import viewer from './viewer.json';
import team from './team.json';
import teamLists from './teamLists.json';

export const texts = {
  analysis,
  assignment,
  candidates,
  common,
  contest,
  declaration,
  draw,
  duplicates,
  eligibility,
  entry,
  file,
  forms,
  home,
  identity,
  import: imports,
  interests,
  judges,
  judging,
  landing,
  mail,
  organisations,
  passing,
  privacy,
  recheck,
  recusal,
  results,
  scoring,
  submission,
  translation,
  viewer,
  team,
  teamLists,
};
