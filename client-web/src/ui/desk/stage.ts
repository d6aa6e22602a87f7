/** Which screen the desk leads, and what is tried out before the room sees it. */
import { useState } from 'preact/hooks';
import type { BallotId, ProposalId, View } from '../../protocol/messages';
import type { Store } from '../../store/store';

/** What a screen can show. */
export type Scene = {
  readonly view: View;
  readonly proposal?: ProposalId;
  readonly ballot?: BallotId;
};

export type Stage = {
  readonly screen: number;
  readonly choose: (screen: number) => void;
  /** Whether what is chosen is looked at here first. */
  readonly trying: boolean;
  readonly tryFirst: (trying: boolean) => void;
  /** What is looked at, and not shown. */
  readonly draft: Scene | undefined;
  /** Puts a scene on the screen, or before the eyes of the desk alone. */
  readonly show: (scene: Scene) => void;
  /** Puts what is looked at on the screen. */
  readonly showDraft: () => void;
};

export const useStage = (store: Store): Stage => {
  const [screen, setScreen] = useState(1);
  const [trying, setTrying] = useState(false);
  const [draft, setDraft] = useState<Scene>();
  const put = (scene: Scene) => store.intend({ type: 'show', screen, ...scene });
  return {
    screen,
    choose: (number) => {
      setScreen(number);
      setDraft(undefined);
    },
    trying,
    tryFirst: (first) => {
      setTrying(first);
      setDraft(undefined);
    },
    draft,
    show: (scene) => {
      if (trying) setDraft(scene);
      else put(scene);
    },
    showDraft: () => {
      if (draft) put(draft);
      setDraft(undefined);
    },
  };
};
