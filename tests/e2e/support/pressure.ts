/**
 * What a loaded machine does to a page, asked for where a race is looked for. REDAKSI_E2E_CPU: so many times slower a
 * processor. REDAKSI_E2E_STALL: the page stands still again and again, for up to so many milliseconds.
 * REDAKSI_E2E_LATE: every answer and event of the core comes so many milliseconds later.
 */
import type { BrowserContext } from '@playwright/test';

const asked = (name: string): number => Number(process.env[`REDAKSI_E2E_${name}`] ?? 0);
const slower = asked('CPU');
const stall = asked('STALL');
const late = asked('LATE');

/** Puts every page of the context under what was asked for; without that, nothing. */
export async function putUnderPressure(context: BrowserContext): Promise<void> {
  if (slower > 0) {
    context.on('page', async (page) => {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    });
  }
  if (stall > 0) await context.addInitScript(standStill, stall);
  if (late > 0) {
    await context.routeWebSocket(/\/rpc$/, (socket) => {
      const host = socket.connectToServer();
      socket.onMessage((message) => host.send(message));
      host.onMessage((message) => setTimeout(() => socket.send(message), late));
    });
  }
}

/** Runs in the page. */
function standStill(longest: number): void {
  const end = performance.now() + Math.random() * longest;
  while (performance.now() < end);
  setTimeout(() => standStill(longest), Math.random() * longest);
}
