import { screenOf } from '../../board/select';
import type { PartProps } from './Desk';
import type { Scene } from './stage';
import { WallFrame } from './WallFrame';
import { say } from './words';

/** What the room would see, and the two ways on. */
export const Preview = ({ view, stage, scene }: PartProps & { readonly scene: Scene }) => {
  const { screen } = screenOf(view.board, stage.screen);
  return (
    <div class="stack-close">
      <div class="preview">
        <WallFrame view={view} screen={{ screen, ...scene }} title={say('preview')} />
      </div>
      <div class="desk-row">
        <button type="button" class="button button-primary" onClick={stage.showDraft}>
          {say('showNow')}
        </button>
        <button
          type="button"
          class="button button-plain"
          onClick={() => stage.choose(stage.screen)}
        >
          {say('cancel')}
        </button>
      </div>
    </div>
  );
};
