export { HandoverPanel } from './handover-panel';
