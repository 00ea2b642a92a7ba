export { figureRoutes } from './figures.routes';
