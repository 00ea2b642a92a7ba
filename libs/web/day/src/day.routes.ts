import type { Routes } from '@angular/router';

export const dayRoutes: Routes = [];
