export { OutreachApi } from './outreach.module';
