/** `redaksi publish` and `redaksi unpublish`: through the outbox, as every publication. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Delivery } from '../../../shared/contract/publishing.ts';
import { SAMPLE_TARGET_ID } from '../../../shared/domain/sample-story.ts';
import type { CoreClient } from '../desk-client.ts';
import {
  articleIdOf,
  complain,
  dataFolderOption,
  exitCode,
  jsonOption,
  UsageError,
  writeJson,
  writeLine,
  type ExitCode,
} from './command.ts';
import { withCore } from './open-core.ts';

const LOOK_EVERY_MS = 150;

interface TargetLister {
  publishing: { targets: { list: () => Promise<readonly { id: string; name: string }[]> } };
}

/** The target meant by its name or id; without one the only one there is. Throws UsageError where that is not clear. */
export async function targetIdOf(client: TargetLister, wanted: string | undefined): Promise<string> {
  const targets = await client.publishing.targets.list();
  const names = targets.map(({ name }) => `"${name}"`).join(', ');
  if (wanted === undefined) {
    // The sample newsroom's own site takes nothing but sample articles.
    const own = targets.filter(({ id }) => id !== SAMPLE_TARGET_ID);
    const [only] = own.length === 0 ? targets : own;
    if (only === undefined || own.length > 1) throw new UsageError(`--target takes one of: ${names}`);
    return only.id;
  }
  const found = targets.filter(({ id, name }) => id === wanted || name === wanted);
  if (found[0] === undefined) throw new UsageError(`there is no target "${wanted}"; there are: ${names}`);
  if (found.length > 1) throw new UsageError(`several targets are named "${wanted}": use the id`);
  return found[0].id;
}

/** The delivery once its attempt has ended, or as it is when the time is up. */
async function ended(client: CoreClient, delivery: Delivery, seconds: number): Promise<Delivery> {
  const deadline = performance.now() + seconds * 1_000;
  let current = delivery;
  while ((current.state === 'queued' || current.state === 'sending') && performance.now() < deadline) {
    await pause(LOOK_EVERY_MS);
    const { articleId, targetId, deliveryId } = delivery;
    const { rows } = await client.publishing.deliveries({ articleId, targetId });
    current = rows.find((row) => row.deliveryId === deliveryId) ?? current;
  }
  return current;
}

function command(action: 'publish' | 'unpublish') {
  return async (args: readonly string[]): Promise<ExitCode> => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...dataFolderOption,
        ...jsonOption,
        target: { type: 'string' },
        wait: { type: 'string', default: '60' },
        anyway: { type: 'boolean', default: false },
      },
    });
    if (values.anyway && action === 'unpublish') throw new UsageError('--anyway is for publish');
    const articleId = articleIdOf(positionals, action);
    const seconds = Number(values.wait);
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > 3_600) {
      throw new UsageError('--wait takes 0 to 3600 seconds');
    }
    return withCore({ dataFolder: values['data-dir'], sends: true }, async (client) => {
      const targetId = await targetIdOf(client, values.target);
      const request = { articleId, targetId, requestId: randomUUID() };
      const asked =
        action === 'publish'
          ? await client.publishing.publish({ ...request, despiteFindings: values.anyway })
          : await client.publishing.unpublish(request);
      const delivery = await ended(client, asked, seconds);
      if (values.json) await writeJson(delivery);
      else await writeLine([delivery.state, delivery.targetName, delivery.url].filter(Boolean).join('  '));
      if (delivery.state === 'live') return exitCode.done;
      if (delivery.error) complain(`${delivery.error.code}: ${delivery.error.detail}`);
      return exitCode.undelivered;
    });
  };
}

/** Publishes the working copy (an update where it is live already) and waits until the attempt has ended. */
export const publishCommand = command('publish');
export const unpublishCommand = command('unpublish');
