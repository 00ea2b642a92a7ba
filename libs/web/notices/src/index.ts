export { demoMailboxRoutes, noticeRoutes } from './notices.routes';
