/** Programs the CMS tests start on loopback, and take down again with all their processes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Account {
  uid: number;
  gid: number;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A process with its own process group: PHP's workers outlive their master, so the group is what gets ended. */
export class Service {
  readonly #child: ChildProcess;
  readonly #log: string;

  constructor(
    command: string,
    parameters: string[],
    options: { log: string; env: NodeJS.ProcessEnv; as: Account | null; folder?: string },
  ) {
    this.#log = options.log;
    const output = openSync(options.log, 'a');
    this.#child = spawn(command, parameters, {
      detached: true,
      stdio: ['ignore', output, output],
      env: options.env,
      ...(options.folder === undefined ? {} : { cwd: options.folder }),
      ...options.as,
    });
    closeSync(output);
    process.once('exit', () => this.#signal('SIGKILL'));
  }

  #signal(name: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, name);
    } catch {
      // The group is gone already.
    }
  }

  /** Waits until `ready` answers true; throws with the log's end where the process ends or takes too long. */
  async until(ready: () => boolean | Promise<boolean>, what: string): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (await ready()) return;
      if (this.#child.exitCode !== null) break;
      await pause(100);
    }
    throw new Error(`${what} did not come up: ${readFileSync(this.#log, 'utf8').slice(-1500)}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#signal('SIGTERM');
      await Promise.race([ended, pause(10_000)]);
    }
    this.#signal('SIGKILL');
  }
}
