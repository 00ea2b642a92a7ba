import type { Routes } from '@angular/router';

export const interviewRoutes: Routes = [];
