/**
 * Every page in every state that people meet, in the order in which a session goes through them.
 * Pictures are taken of them, and probes are held to them.
 */
import { phoneWalks } from './phone-states.ts';
import { roomWalks } from './room-states.ts';
import type { Walk } from './walk.ts';

export const walks: readonly Walk[] = [...phoneWalks, ...roomWalks];
