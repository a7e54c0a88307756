import { createBrowserRouter, type RouteObject } from 'react-router';
import { ErrorPage } from './error-page.js';
import { FirstShape } from './first-shape.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';

const page = (path: string, load: () => Promise<{ Component: React.ComponentType }>): RouteObject => ({
  path,
  lazy: load,
  hydrateFallbackElement: <FirstShape />,
  errorElement: <ErrorPage />,
});

const organiser = '/organiser';

export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <ErrorPage />,
    children: [
      page('/', () => import('../features/home/home-page.js')),
      page('/key-figures', () => import('../features/landing/key-figures-page.js')),
      page('/award-lists', () => import('../features/results/public-award-lists-page.js')),
      page('/award-lists/:publicId', () => import('../features/results/public-award-list-page.js')),
      page('/privacy', () => import('../features/privacy/privacy-page.js')),
      page('/my-consents', () => import('../features/privacy/own-consents-page.js')),
      page('/recheck', () => import('../features/recheck/recheck-page.js')),
      page('/sign-in', () => import('../features/identity/sign-in-page.js')),
      page('/register', () => import('../features/identity/register-page.js')),
      page('/confirm-registration', () => import('../features/identity/confirm-registration-page.js')),
      page('/invitation', () => import('../features/submission/team/invitation-page.js')),
      page('/judge-invitation', () => import('../features/judges/invitation/invitation-page.js')),
      page('/forgotten-password', () => import('../features/identity/forgotten-password-page.js')),
      page('/set-password', () => import('../features/identity/set-password-page.js')),
      page('/judging', () => import('../features/judging/queue-page.js')),
      page('/judging/wishes', () => import('../features/judging/wishes/wishes-page.js')),
      page('/judging/paper/:slug/:stageKey', () => import('../features/judging/paper/papers-page.js')),
      page('/judging/declaration/:slug/:stageKey', () => import('../features/judging/declaration/declaration-page.js')),
      page('/judging/calibration/:publicId', () => import('../features/judging/calibration/calibration-page.js')),
      page('/judging/interests/:slug', () => import('../features/judging/interests/interests-page.js')),
      page('/judging/:publicId', () => import('../features/judging/score-sheet-page.js')),
      page('/entries', () => import('../features/submission/my-entries-page.js')),
      page('/entries/new', () => import('../features/submission/new-entry-page.js')),
      page('/entries/:publicId', () => import('../features/submission/entry-page.js')),
      page('/entries/:publicId/judges-view', () => import('../features/submission/judges-view/judges-view-page.js')),
      page('/entries/:publicId/files/:fileId', () => import('../features/viewer/own-file-page.js')),
      page('/messages', () => import('../features/mail/messages-page.js')),
      page(organiser, () => import('../features/contest/editions-page.js')),
      page(`${organiser}/editions/:slug`, () => import('../features/contest/stages-page.js')),
      page(`${organiser}/editions/:slug/forms`, () => import('../features/submission/form-editor/forms-page.js')),
      page(
        `${organiser}/editions/:slug/forms/:trackKey`,
        () => import('../features/submission/form-editor/form-editor-page.js'),
      ),
      page(`${organiser}/editions/:slug/deadline`, () => import('../features/submission/deadline/deadline-page.js')),
      page(`${organiser}/editions/:slug/eligibility`, () => import('../features/eligibility/queue-page.js')),
      page(
        `${organiser}/editions/:slug/eligibility/setting`,
        () => import('../features/eligibility/setting/setting-page.js'),
      ),
      page(`${organiser}/editions/:slug/eligibility/:publicId`, () => import('../features/eligibility/entry-page.js')),
      page(
        `${organiser}/editions/:slug/eligibility/:publicId/files/:fileId`,
        () => import('../features/viewer/office-file-page.js'),
      ),
      page(`${organiser}/editions/:slug/duplicates`, () => import('../features/duplicates/duplicates-page.js')),
      page(`${organiser}/editions/:slug/import`, () => import('../features/import/import-page.js')),
      page(`${organiser}/editions/:slug/sign-in-sheet`, () => import('../features/team-lists/team-list-page.js')),
      page(`${organiser}/editions/:slug/address-list`, () => import('../features/team-lists/team-list-page.js')),
      page(`${organiser}/editions/:slug/judges`, () => import('../features/judges/judges-page.js')),
      page(
        `${organiser}/editions/:slug/receiving-offices`,
        () => import('../features/submission/passing/receiving-offices-page.js'),
      ),
      page(`${organiser}/editions/:slug/recusal-orders`, () => import('../features/judging/recusal/orders-page.js')),
      page(
        `${organiser}/editions/:slug/organiser-recusals`,
        () => import('../features/judging/recusal/organisers-page.js'),
      ),
      page(
        `${organiser}/editions/:slug/technical-opinions`,
        () => import('../features/judging/opinion/opinions-page.js'),
      ),
      page(`${organiser}/editions/:slug/avoidances`, () => import('../features/submission/passing/avoidances-page.js')),
      page(`${organiser}/editions/:slug/award-lists`, () => import('../features/results/award-lists-page.js')),
      page(`${organiser}/editions/:slug/landing-intents`, () => import('../features/landing/landing-intents-page.js')),
      page(`${organiser}/editions/:slug/messages`, () => import('../features/mail/outbox-page.js')),
      page(`${organiser}/editions/:slug/messages/:publicId`, () => import('../features/mail/message-page.js')),
      page(`${organiser}/editions/:slug/message-templates`, () => import('../features/mail/templates-page.js')),
      page(
        `${organiser}/editions/:slug/due-diligence`,
        () => import('../features/eligibility/due-diligence/due-diligence-page.js'),
      ),
      page(
        `${organiser}/editions/:slug/due-diligence/:id`,
        () => import('../features/eligibility/due-diligence/case-page.js'),
      ),
      page(
        `${organiser}/editions/:slug/direct-entries`,
        () => import('../features/eligibility/direct/direct-entries-page.js'),
      ),
      page(
        `${organiser}/editions/:slug/unrecognised-organisations`,
        () => import('../features/organisations/unrecognised-page.js'),
      ),
      page(`${organiser}/organisations`, () => import('../features/organisations/organisations-page.js')),
      page(`${organiser}/organisations/:id`, () => import('../features/organisations/organisation-page.js')),
      page(`${organiser}/stages/:stageId`, () => import('../features/judging/wall/wall-page.js')),
      page(`${organiser}/stages/:stageId/coverage`, () => import('../features/judging/wall/coverage-page.js')),
      page(`${organiser}/stages/:stageId/sheet-map`, () => import('../features/judging/wall/map-page.js')),
      page(`${organiser}/stages/:stageId/changes`, () => import('../features/judging/wall/changes-page.js')),
      page(`${organiser}/stages/:stageId/papers`, () => import('../features/judging/papers/judge-papers-page.js')),
      page(`${organiser}/stages/:stageId/assignment`, () => import('../features/assignment/assignment-page.js')),
      page(
        `${organiser}/stages/:stageId/conflict-candidates`,
        () => import('../features/judging/candidates/candidates-page.js'),
      ),
      page(`${organiser}/stages/:stageId/draw`, () => import('../features/draw/draws-page.js')),
      page(`${organiser}/stages/:stageId/draw/:drawId`, () => import('../features/draw/draw-page.js')),
      page(
        `${organiser}/stages/:stageId/calibration`,
        () => import('../features/judging/calibration/stage-calibration-page.js'),
      ),
      page(`${organiser}/stages/:stageId/sheet-unlocks`, () => import('../features/judging/unlock/unlocks-page.js')),
      page(`${organiser}/stages/:stageId/re-reviews`, () => import('../features/judging/unlock/re-reviews-page.js')),
      page(`${organiser}/stages/:stageId/ranking`, () => import('../features/scoring/ranking-page.js')),
      page(`${organiser}/stages/:stageId/analysis`, () => import('../features/scoring/analysis/analysis-page.js')),
      page(`${organiser}/stages/:stageId/advancement`, () => import('../features/contest/advancement-page.js')),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];

export const router = createBrowserRouter(routes);
