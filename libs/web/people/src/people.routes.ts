import { allowed, area } from '@relais/web/kernel';
import type { Routes } from '@angular/router';

/** Finding people, opening a file, and the file itself. */
export const peopleRoutes: Routes = area('people', { fr: () => import('./i18n/fr.json'), en: () => import('./i18n/en.json') }, [
  {
    path: '',
    title: 'people.title',
    canMatch: [allowed('beneficiary.list')],
    loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
  },
  {
    path: 'nouvelle',
    title: 'people.new_title',
    canMatch: [allowed('beneficiary.create')],
    loadComponent: () => import('./new-person-page').then((m) => m.NewPersonPage),
  },
  {
    path: 'liens',
    title: 'people.link.page',
    canMatch: [allowed('beneficiary.answer_link')],
    loadComponent: () => import('./links-page').then((m) => m.LinksPage),
  },
  {
    path: 'reunions',
    title: 'people.merge.page',
    canMatch: [allowed('merge.propose')],
    loadComponent: () => import('./merges-page').then((m) => m.MergesPage),
  },
  {
    path: 'reunions/:merge',
    title: 'people.merge.title',
    canMatch: [allowed('merge.propose')],
    loadComponent: () => import('./merge-page').then((m) => m.MergePage),
  },
  {
    path: ':id',
    title: 'people.file_title',
    canMatch: [allowed('beneficiary.show')],
    loadComponent: () => import('./file-page').then((m) => m.FilePage),
  },
  {
    path: ':id/comparer',
    title: 'people.compare.title',
    canMatch: [allowed('beneficiary.show')],
    loadComponent: () => import('./compare-page').then((m) => m.ComparePage),
  },
  {
    path: ':id/reunir',
    title: 'people.merge.propose_title',
    canMatch: [allowed('merge.propose')],
    loadComponent: () => import('./propose-merge-page').then((m) => m.ProposeMergePage),
  },
  {
    path: ':id/journal',
    title: 'people.journal_title',
    canMatch: [allowed('beneficiary.read_journal')],
    loadComponent: () => import('./journal-page').then((m) => m.JournalPageComponent),
  },
]);
