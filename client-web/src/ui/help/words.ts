import { common, help } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the helper's tablet. */
export const say = speaker({ common, help });
