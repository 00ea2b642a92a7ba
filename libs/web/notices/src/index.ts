export { noticeRoutes } from './notices.routes';
