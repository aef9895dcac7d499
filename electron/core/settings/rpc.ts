import { implement } from '@orpc/server';
import { settingsContract } from '../../../shared/contract/settings.ts';
import type { SettingsService } from './service.ts';

const procedures = implement(settingsContract);

/** The settings slice behind the contract. */
export function settingsRouter(settings: SettingsService) {
  return {
    get: procedures.get.handler(() => settings.current()),
    change: procedures.change.handler(({ input }) => settings.change(input)),
  };
}
