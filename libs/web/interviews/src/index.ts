export { interviewRoutes } from './interviews.routes';
