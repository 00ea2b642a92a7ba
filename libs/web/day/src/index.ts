export { dayRoutes } from './day.routes';
