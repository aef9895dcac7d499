/** The sound of flash copy: two short tones, made here, so that nothing is loaded for it. */

const TONES = [
  { at: 0, hertz: 880 },
  { at: 0.18, hertz: 1174.66 },
];
const TONE_SECONDS = 0.15;
const LOUDNESS = 0.12;

let context: AudioContext | null = null;

/** Plays it. A browser lets a page sound only once somebody has clicked or typed in it: before that it stays silent. */
export async function playFlashSound(): Promise<void> {
  context ??= new AudioContext();
  await context.resume();
  const begin = context.currentTime;
  for (const { at, hertz } of TONES) {
    const tone = new OscillatorNode(context, { type: 'triangle', frequency: hertz });
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.setValueAtTime(LOUDNESS, begin + at);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + at + TONE_SECONDS);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin + at);
    tone.stop(begin + at + TONE_SECONDS);
  }
}
