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
  'outreach',
  'continuity',
];
const pages = ['account', 'agenda', 'day', 'people', 'interviews', 'referrals', 'figures', 'notices', 'audit'];

/** Edges between areas beyond "itself and shared": each has an ADR. */
const LISTED_EDGES = {
  interviews: ['area:appointments'], // docs/adr/0004
  referrals: ['area:appointments'], // docs/adr/0004
  clocks: ['area:appointments'], // docs/adr/0004
  continuity: ['area:appointments', 'area:interviews', 'area:referrals'], // docs/adr/0016
};

/** `forTests` are the tags that only tests may reach. */
const constraints = (...forTests) => [
  { sourceTag: 'side:server', onlyDependOnLibsWithTags: ['side:server', 'side:any'] },
  { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web', 'side:any'] },
  { sourceTag: 'side:any', onlyDependOnLibsWithTags: ['side:any'] },
  { sourceTag: 'kind:domain', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'kind:client', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'kind:base', onlyDependOnLibsWithTags: ['kind:base', 'kind:client', 'kind:domain', ...forTests] },
  { sourceTag: 'kind:feature', onlyDependOnLibsWithTags: ['kind:base', 'kind:client', 'kind:domain', 'kind:feature', ...forTests] },
  ...(forTests.includes('kind:testing') ? [] : [{ sourceTag: 'kind:app', notDependOnLibsWithTags: ['kind:testing'] }]),
  ...[...new Set([...areas, ...pages])].map((area) => ({
    sourceTag: `area:${area}`,
    onlyDependOnLibsWithTags: [`area:${area}`, 'area:shared', ...(LISTED_EDGES[area] ?? [])],
  })),
];

const boundaries = { allow: [], enforceBuildableLibDependency: false };

const noFamilyNames = {
  selector: 'ClassDeclaration[id.name=/(Service|Handler|UseCase|Manager|Impl)$/]',
  message: 'Name a class by what it does: no Service, Handler, UseCase, Manager, Impl.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a literal union.' };
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' };
const plainSet = String.raw`/^\s*set\s+(?!local\b)[a-z_."]+\s*(=|to)\s/i`;
const noBlink = {
  selector: "CallExpression[callee.name='httpResource'] CallExpression[callee.property.name=/^changed(File)?$/]",
  message: 'What stands on the screen goes away at each change: read it by liveRead.',
};
const noPlainSet = {
  selector: `Literal[value=${plainSet}], TemplateElement[value.raw=${plainSet}]`,
  message: 'Only SET LOCAL: a plain SET leaks to other clients behind a pooler.',
};
const noDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message: 'Time comes from the clock.',
};

export default tseslint.config(
  {
    ignores: [
      'dist',
      '.nx',
      '.angular',
      '.data',
      'node_modules',
      'libs/api-client/src/generated',
      'coverage',
      'test-results',
      'playwright-report',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    plugins: { '@nx': nx },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { ...boundaries, depConstraints: constraints() }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unsafe-function-type': 'error',
      'no-restricted-syntax': ['error', noEnum, noDefault, noFamilyNames, noPlainSet],
      'max-lines': ['error', { max: 250 }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['libs/domain/**/*.ts'], rules: { 'no-restricted-syntax': ['error', noEnum, noDefault, noFamilyNames, noDate] } },
  {
    files: ['libs/server/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    ignores: ['libs/server/kernel/**', '**/*.spec.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-syntax': ['error', noEnum, noDefault, noFamilyNames, noPlainSet, noDate],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Settings come from the kernel.' }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@relais/domain/fixtures', message: 'Data of tests only.' },
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository', 'InjectDataSource'],
              message: 'The unit of work is the only way to the database.',
            },
            { name: 'typeorm', importNames: ['DataSource'], message: 'The unit of work is the only way to the database.' },
          ],
        },
      ],
    },
  },
  { files: ['**/*.spec.ts', '**/*.e2e.ts', '**/*.fixture.ts'], rules: { 'max-lines': ['error', { max: 400 }] } },
  {
    files: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: {
      // The kernel's own tests assemble an API with the testing library, which is made of the kernel: a circle of tests only.
      '@nx/enforce-module-boundaries': [
        'error',
        { ...boundaries, depConstraints: constraints('kind:testing'), ignoredCircularDependencies: [['server-kernel', 'testing']] },
      ],
    },
  },
  {
    files: ['tools/**', 'apps/*/src/main.ts', '*.config.*', 'libs/testing/**', 'migrations/**', 'apps/e2e/**'],
    rules: { 'no-console': 'off', '@nx/enforce-module-boundaries': 'off' },
  },
  {
    // Tools and tests hold a connection of their own, never one of the pooler.
    files: ['tools/**/*.ts', 'libs/testing/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noDefault, noFamilyNames] },
  },
  {
    // Their runners ask for a default export.
    files: [
      '**/*.config.ts',
      'libs/testing/src/global-*.ts',
      'apps/e2e/src/start-product.ts',
      'apps/e2e/src/arrows-reporter.ts',
      'apps/e2e/src/screens/tally.ts',
      'orval.config.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/back-office/**/*.ts', 'libs/web/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: ['rl', 'relais'], style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: ['rl', 'can'], style: 'camelCase' }],
      // Pages read their query by name, and one of them has a hyphen.
      '@angular-eslint/no-input-rename': ['error', { allowedNames: ['rendez-vous'] }],
      'no-restricted-syntax': ['error', noEnum, noDefault, noFamilyNames, noPlainSet, noBlink],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
    },
  },
  {
    files: ['apps/back-office/**/*.html', 'libs/web/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
);
