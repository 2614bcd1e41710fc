/**
 * The pages. One list: a page registers itself here with its route and, when it stands in the menu, its icon.
 *
 * Path parameters and the query reach a page as props (`/tasks?light=overdue` → prop `light`), never through
 * `useRoute()`: a page kept in the background must not follow the address of the one in front.
 */
import { BarChart3, Building2, FolderKanban, Gauge, Inbox, Lightbulb, ListChecks, MessagesSquare, Settings, Siren, Users } from '@lucide/vue';
import type { Component } from 'vue';
import type { PlainKey } from '@/text';

export interface PageEntry {
  /** The route's name, as in `{ name: 'task', params: { id } }`. */
  name: string;
  path: string;
  page: () => Promise<Component>;
  /** For a page in the menu. */
  menu?: { title: PlainKey; icon: Component; last?: boolean };
  /** Kinds of record without a page of their own that are shown in this list. */
  shows?: readonly string[];
  /** For a page below a menu entry: the name of that entry, which stays lit. */
  under?: string;
}

export const pages: PageEntry[] = [
  {
    name: 'overview',
    path: '/',
    page: () => import('./overview/OverviewPage.vue'),
    menu: { title: 'nav.overview', icon: Gauge },
  },
  {
    name: 'enterprises',
    path: '/enterprises',
    page: () => import('./enterprises/EnterprisesPage.vue'),
    menu: { title: 'nav.enterprises', icon: Building2 },
  },
  {
    name: 'enterprise',
    path: '/enterprises/:id',
    page: () => import('./enterprises/EnterprisePage.vue'),
    under: 'enterprises',
  },
  {
    name: 'submissions',
    path: '/submissions',
    page: () => import('./submissions/SubmissionsPage.vue'),
    menu: { title: 'nav.submissions', icon: Inbox },
  },
  {
    name: 'forms',
    path: '/submissions/forms',
    page: () => import('./submissions/FormsPage.vue'),
    under: 'submissions',
  },
  {
    name: 'reviews',
    path: '/reviews',
    page: () => import('./reviews/ReviewsPage.vue'),
    shows: ['expert'],
    menu: { title: 'nav.reviews', icon: MessagesSquare },
  },
  {
    name: 'projects',
    path: '/projects',
    page: () => import('./projects/ProjectsPage.vue'),
    menu: { title: 'nav.projects', icon: FolderKanban },
  },
  {
    name: 'project',
    path: '/projects/:id',
    page: () => import('./projects/ProjectPage.vue'),
    under: 'projects',
  },
  {
    name: 'demand',
    path: '/demands/:id',
    page: () => import('./demands/DemandPage.vue'),
    under: 'projects',
  },
  {
    name: 'plan_compare',
    path: '/plans/compare',
    page: () => import('./plans/ComparePage.vue'),
    under: 'projects',
  },
  {
    name: 'plan',
    path: '/plans/:id',
    page: () => import('./plans/PlanPage.vue'),
    under: 'projects',
  },
  {
    name: 'plan_of',
    path: '/plan',
    page: () => import('./plans/PlanOf.vue'),
    under: 'projects',
  },
  {
    name: 'sessions',
    path: '/sessions',
    page: () => import('./sessions/SessionsPage.vue'),
    menu: { title: 'nav.sessions', icon: Lightbulb },
  },
  {
    name: 'session',
    path: '/sessions/:id',
    page: () => import('./sessions/SessionPage.vue'),
    under: 'sessions',
  },
  {
    name: 'tasks',
    path: '/tasks',
    page: () => import('./tasks/TasksPage.vue'),
    menu: { title: 'nav.tasks', icon: ListChecks },
  },
  {
    name: 'task',
    path: '/tasks/:id',
    page: () => import('./tasks/TaskPage.vue'),
    under: 'tasks',
  },
  {
    name: 'import',
    path: '/import',
    page: () => import('./ledgers/ImportPage.vue'),
    under: 'tasks',
  },
  {
    name: 'sheets',
    path: '/sheets',
    page: () => import('./sheets/SheetsPage.vue'),
    shows: ['sent_sheet'],
    under: 'tasks',
  },
  {
    name: 'return',
    path: '/return',
    page: () => import('./sheets/ReturnPage.vue'),
    under: 'tasks',
  },
  {
    name: 'board',
    path: '/dispatch/board',
    page: () => import('./board/BoardPage.vue'),
    under: 'dispatch',
  },
  {
    name: 'dispatch',
    path: '/dispatch',
    page: () => import('./dispatch/DispatchPage.vue'),
    menu: { title: 'nav.dispatch', icon: Siren },
  },
  {
    name: 'meeting',
    path: '/meetings/:id',
    page: () => import('./dispatch/MeetingPage.vue'),
    under: 'dispatch',
  },
  {
    name: 'supervision',
    path: '/supervisions/:id',
    page: () => import('./dispatch/SupervisionPage.vue'),
    under: 'dispatch',
  },
  {
    name: 'coordination',
    path: '/coordinations/:id',
    page: () => import('./dispatch/CoordinationPage.vue'),
    under: 'dispatch',
  },
  {
    name: 'figures',
    path: '/figures',
    page: () => import('./figures/FiguresPage.vue'),
    menu: { title: 'nav.figures', icon: BarChart3 },
  },
  {
    name: 'figure',
    path: '/figures/:name',
    page: () => import('./figures/FigurePage.vue'),
    under: 'figures',
  },
  {
    name: 'stated',
    path: '/stated',
    page: () => import('./stated/StatedPage.vue'),
    shows: ['stated_figure'],
    under: 'figures',
  },
  {
    name: 'snapshot',
    path: '/snapshots/:id',
    page: () => import('./figures/SnapshotPage.vue'),
    under: 'figures',
  },
  {
    name: 'departments',
    path: '/departments',
    page: () => import('./departments/DepartmentsPage.vue'),
    shows: ['department', 'person'],
    menu: { title: 'nav.departments', icon: Users },
  },
  {
    name: 'groups',
    path: '/groups',
    page: () => import('./groups/GroupsPage.vue'),
    shows: ['work_group'],
    under: 'departments',
  },
  {
    name: 'dictionaries',
    path: '/dictionaries',
    page: () => import('./dictionaries/DictionariesPage.vue'),
    under: 'settings',
  },
  {
    name: 'calendar',
    path: '/calendar',
    page: () => import('./dictionaries/CalendarPage.vue'),
    under: 'settings',
  },
  {
    name: 'light_rules',
    path: '/light-rules',
    page: () => import('./light_rules/LightRulesPage.vue'),
    shows: ['light_rule'],
    under: 'settings',
  },
  {
    name: 'papers',
    path: '/papers',
    page: () => import('./papers/PapersPage.vue'),
    shows: ['template'],
    under: 'settings',
  },
  {
    name: 'settings',
    path: '/settings',
    page: () => import('./settings/SettingsPage.vue'),
    menu: { title: 'nav.settings', icon: Settings, last: true },
  },
];

/**
 * The page a record of some kind opens, for links and search hits: the page named like its kind, or else the list
 * that shows it, with the record's id as `focus`.
 */
export function pageOf(kind: string, id: string): { name: string; params?: { id: string }; query?: { focus: string } } {
  const own = pages.find((entry) => entry.name === kind);
  if (own) return { name: kind, params: { id } };
  const list = pages.find((entry) => entry.shows?.includes(kind));
  return list ? { name: list.name, query: { focus: id } } : { name: 'overview' };
}
