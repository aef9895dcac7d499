/**
 * Reads block markup with WordPress's own editor code and says what the editor would: JSON in (`{ name: markup }`), JSON
 * out (`{ name: { blocks, problems, saved } }`). Runs in the folder the packages are installed in, in its own process.
 */
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html>', { url: 'https://situs.test/', pretendToBeVisual: true });
const silent = () => ({ observe() {}, unobserve() {}, disconnect() {} });
Object.assign(window, {
  matchMedia: () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {} }),
  ResizeObserver: silent,
  IntersectionObserver: silent,
});
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis && name !== 'navigator' && name !== 'Event') continue;
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
}
Object.defineProperty(globalThis, 'window', { value: window, configurable: true });

// What the editor has to say about a block goes into the answer, not to the console.
for (const level of ['log', 'info', 'warn', 'error', 'group', 'groupCollapsed', 'groupEnd']) {
  console[level] = () => {};
}

// The packages' ES modules import JSON without saying so, which Node refuses; their CommonJS builds do not.
const require = createRequire(import.meta.url);
const { getBlockType, parse, serialize } = require('@wordpress/blocks');
require('@wordpress/block-library').registerCoreBlocks();

function everyBlock(blocks) {
  return blocks.flatMap((block) => [block, ...everyBlock(block.innerBlocks)]);
}

function read(markup) {
  const blocks = parse(markup);
  const every = everyBlock(blocks);
  return {
    blocks: every.map(({ name }) => name),
    problems: every.flatMap(({ name, isValid, originalContent }) => {
      if (name === 'core/missing' || !getBlockType(name)) return [`${name}: unknown`];
      return isValid ? [] : [`${name}: invalid: ${originalContent}`];
    }),
    saved: serialize(blocks),
  };
}

const asked = JSON.parse(await text(process.stdin));
const answer = Object.fromEntries(Object.entries(asked).map(([name, markup]) => [name, read(markup)]));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
