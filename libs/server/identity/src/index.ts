export { DemoApi, IdentityApi } from './identity.module';
