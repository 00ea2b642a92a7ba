import type { Routes } from '@angular/router';

export const referralRoutes: Routes = [];
