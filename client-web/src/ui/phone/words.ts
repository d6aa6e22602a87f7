import { common, phone } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of the phone. */
export const say = speaker({ common, phone });
