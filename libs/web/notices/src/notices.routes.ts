import type { Routes } from '@angular/router';
import { allowed, area } from '@relais/web/kernel';

const words = { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') };

/** What one is told, and how one wants to be told. */
export const noticeRoutes: Routes = area('notices', words, [
  {
    path: '',
    title: 'notices.title',
    canMatch: [allowed('notice.read')],
    loadComponent: () => import('./notices-page').then((m) => m.NoticesPage),
  },
  {
    path: 'preferences',
    title: 'notices.preferences',
    canMatch: [allowed('notice.read')],
    loadComponent: () => import('./preferences-page').then((m) => m.PreferencesPage),
  },
  {
    path: 'envois',
    title: 'notices.messages',
    canMatch: [allowed('message.settle')],
    loadComponent: () => import('./messages-page').then((m) => m.MessagesPage),
  },
]);

/** The mailbox of the demo, open to whoever tries the product. */
export const demoMailboxRoutes: Routes = area('notices', words, [
  { path: '', title: 'notices.mailbox', loadComponent: () => import('./demo-mailbox-page').then((m) => m.DemoMailboxPage) },
]);
