import { ref } from 'vue';
import { createRouter, createWebHashHistory, type Router } from 'vue-router';
import { flushFields } from './components/flush';
import { pages } from './pages';

/**
 * The place in the history we stand at. Each place keeps its own page alive, so that going back finds scroll, filter
 * and selection as they were.
 */
export const place = ref(0);

export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      ...pages.map((entry) => ({
        name: entry.name,
        path: entry.path,
        component: entry.page,
        props: (route: { params: object; query: object }) => ({ ...route.query, ...route.params }),
        meta: { menu: entry.under ?? entry.name },
      })),
      { path: '/:rest(.*)*', redirect: '/' },
    ],
  });
  // What is typed in a field of the page we leave is saved first.
  router.beforeEach(flushFields);
  router.afterEach(() => {
    place.value = Number(router.options.history.state.position ?? 0);
  });
  return router;
}

declare module 'vue-router' {
  interface RouteMeta {
    /** The menu entry that is lit. */
    menu?: string;
  }
}
