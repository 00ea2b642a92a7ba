import type { Routes } from '@angular/router';

/** The referral, by first word of the address. */
export const referralRoutes: Readonly<Record<string, Routes>> = {};
