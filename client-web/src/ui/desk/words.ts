import { common, desk } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the desk. */
export const say = speaker({ common, desk });
