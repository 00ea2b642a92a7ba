export { referralRoutes } from './referrals.routes';
