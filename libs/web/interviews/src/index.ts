export { interviewRoutes, planRoutes } from './interviews.routes';
