import type { Routes } from '@angular/router';
import { allowed, area } from '@relais/web/kernel';
import { boardWords } from './board-words';

/** The board of continuity. */
export const boardRoutes: Routes = area('board', boardWords, [
  {
    path: '',
    title: 'board.title',
    canMatch: [allowed('board.show')],
    loadComponent: () => import('./board-page').then((m) => m.BoardPage),
  },
]);
