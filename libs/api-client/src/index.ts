export * from './generated/relais';
