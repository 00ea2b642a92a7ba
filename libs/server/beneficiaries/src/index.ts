export { BeneficiariesApi } from './beneficiaries.module';
