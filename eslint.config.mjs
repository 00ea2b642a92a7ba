// The walls of the house, checked by a machine. Every rule is an error or does not exist.
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const areas = [
  'identity',
  'regions',
  'operators',
  'beneficiaries',
  'interviews',
  'referrals',
  'appointments',
  'notifications',
  'audit',
  'figures',
  'clocks',
