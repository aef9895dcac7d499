/**
 * `npm run dev`: the web host from source, started again when its code changes, and Vite's server with hot reload before
 * it. The page comes from Vite; what belongs to the core goes through to the host.
 *
 * Options: --data-dir D (default: .cache/dev-data, apart from real work), --port P (the page's).
 */
import { spawn } from 'node:child_process';
import { createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { root } from './steps.ts';

/** A port that is free now; the host keeps it through its restarts, so that the proxy's target stays. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createSocketServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

const { values } = parseArgs({ options: { 'data-dir': { type: 'string' }, port: { type: 'string' } } });
const dataDir = values['data-dir'] ?? join(root, '.cache', 'dev-data');
const hostPort = await freePort();
const host = `http://127.0.0.1:${hostPort}`;

// The host takes requests from its own address only, and Vite's is another: the proxy speaks in the host's name.
const passOn = { target: host, changeOrigin: true, headers: { origin: host }, ws: true };

const server = await createServer({
  configFile: join(root, 'vite.config.ts'),
  clearScreen: false,
  server: {
    host: '127.0.0.1',
    port: Number(values.port ?? 5173),
    proxy: { '/session': passOn, '/rpc': passOn, '/media': passOn, '/preview': passOn },
  },
});
await server.listen();
const page = server.resolvedUrls?.local[0] ?? '';

const cli = join(root, 'electron', 'hosts', 'cli.ts');
const serve = ['serve', '--no-open', '--print-ticket', '--port', String(hostPort), '--data-dir', dataDir];
const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', cli, ...serve], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  void server.close();
  process.exitCode = code ?? 0;
});

// Every start of the host gives one new address with a ticket that works once.
for await (const line of createInterface({ input: child.stdout })) {
  const ticket = /#ticket=[\w-]+/.exec(line)?.[0];
  process.stdout.write(ticket ? `\nRedaksi, with hot reload: ${page}${ticket}\n\n` : `${line}\n`);
}
