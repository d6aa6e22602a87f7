/** What walks through the states share: what one is, the sizes, and a room with texts that break things. */
import type { Browser, Page } from 'playwright-core';
import type { Decision, Method, Phase } from '../src/protocol/messages.ts';
import { must } from './boards.ts';
import type { Desk } from './desk.ts';
import type { Server } from './server.ts';

export type Size = readonly [width: number, height: number];

export const phoneSize: Size = [360, 740];
export const tabletSize: Size = [768, 1024];
export const laptopSize: Size = [1440, 900];
export const wallSize: Size = [1920, 1080];

export type Take = (page: Page, state: string) => Promise<void>;

export type Walk = {
  readonly name: string;
  readonly sizes: readonly Size[];
  /** A page of one screen, which must not scroll. */
  readonly fixed?: true;
  readonly through: (browser: Browser, server: Server, take: Take) => Promise<void>;
};

export const exampleBallot = 'exemple-b-1___________';
export const first = 'exemple-p-0___________';

/** Texts that break what was not made for them. */
export const hardTexts = [
  {
    title: 'Un titre qui prend les cent vingt signes permis '.repeat(3).slice(0, 119),
    description: 'Une longue explication, qui ne finit pas de sitôt. '.repeat(38).trim(),
  },
  {
    title: 'نقطة استقبال رقمية على أقل من خمسة كيلومترات من كل ساكن',
    description: 'مكتبات وبلديات وجمعيات، بنفس الأوقات.',
  },
  { title: '👩🏾‍💻👨🏽‍🌾🏝️ Un village numérique 👩‍👩‍👧‍👦🎉', description: '🎉'.repeat(60) },
  {
    title:
      'U\u0300\u0301\u0302\u0303n \u0316b\u0318\u0319u\u0300\u0301s\u0304 po\u0302\u0303ur to\u0317us',
    description: 'z\u0300\u0301\u0302\u0303a\u0306\u0307l\u0309g\u030bo '.repeat(6).trim(),
  },
  { title: 'anticonstitutionnellement'.repeat(5).slice(0, 120), description: '' },
] as const;

export const hardNames = ['very long', 'Arabic', 'emoji', 'zalgo', 'one long word'] as const;

const reason = 'Encore un peu';

export const openPhase = (desk: Desk, phase: Phase): Promise<void> =>
  must(desk, { type: 'openPhase', phase, reason });

export const openVote = (
  desk: Desk,
  method: Method,
  ballot: string,
  proposals?: readonly string[],
): Promise<void> =>
  must(desk, {
    type: 'openBallot',
    ballot,
    question: 'Quelles actions d’abord ?',
    method,
    results: 'live',
    ...(proposals ? { proposals } : {}),
    ...(method === 'dots' ? { budget: 6, cap: 3 } : {}),
    ...(method === 'approval' ? { maximum: 3 } : {}),
    ...(method === 'grades' ? { judgmentsMin: 1 } : {}),
  });

const decisions: readonly Decision[] = ['adopted', 'toStudy', 'notRetained', 'adopted'];

export const decideAll = async (desk: Desk): Promise<void> => {
  for (const [index, decision] of decisions.entries()) {
    await must(desk, {
      type: 'decideProposal',
      proposal: `exemple-p-${index}___________`,
      decision,
      lead: 'La Collectivité',
      partners: ['La CAF'],
      start: '2027-01-01',
      end: '2028-12-31',
    });
  }
};
