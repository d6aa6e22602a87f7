/** Which screen the address names. The part after # is used, so that the phone's own back works. */
import { useEffect, useState } from 'preact/hooks';
import type { ProposalId } from '../../protocol/messages';

export type Route =
  /** Whatever the room is at now. */
  | { readonly type: 'now' }
  | { readonly type: 'list' }
  | { readonly type: 'proposal'; readonly id: ProposalId }
  | { readonly type: 'propose' }
  | { readonly type: 'correct'; readonly id: ProposalId }
  | { readonly type: 'mine' }
  | { readonly type: 'name' }
  | { readonly type: 'practice' };

const words = {
  list: 'liste',
  propose: 'proposer',
  mine: 'mes-propositions',
  name: 'prenom',
  practice: 'essai',
} as const;

/** The fragment of a screen. */
export const fragment = (route: Route): string => {
  switch (route.type) {
    case 'now':
      return '#';
    case 'proposal':
      return `#proposition=${route.id}`;
    case 'correct':
      return `#modifier=${route.id}`;
    default:
      return `#${words[route.type]}`;
  }
};

/** The screen of a fragment; what is not known is the room's own screen. */
export const readRoute = (text: string): Route => {
  const [word, id] = text.replace(/^#/, '').split('=');
  if (word === 'proposition' && id) return { type: 'proposal', id };
  if (word === 'modifier' && id) return { type: 'correct', id };
  const plain = (['list', 'propose', 'mine', 'name', 'practice'] as const).find(
    (type) => words[type] === word,
  );
  return { type: plain ?? 'now' };
};

export const useRoute = (): Route => {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const changed = () => {
      const next = readRoute(location.hash);
      setRoute((now) => (fragment(now) === fragment(next) ? now : next));
    };
    addEventListener('hashchange', changed);
    // It may have changed before anybody listened.
    changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return route;
};

/** On a shared tablet the way back must not lead to what the person before was at. */
let keepsHistory = true;

export const go = (route: Route): void => {
  if (keepsHistory) location.hash = fragment(route);
  else location.replace(fragment(route));
};

/** From now on screens replace each other, whichever way one goes. */
export const leaveNoHistory = (): void => {
  keepsHistory = false;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link) return;
    event.preventDefault();
    location.replace(link.getAttribute('href') ?? '#');
  });
};
