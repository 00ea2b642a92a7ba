export { RegionsApi } from './regions.module';
