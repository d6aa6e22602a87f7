import { common, institution } from '../../../locales/fr.json';
import { speaker } from '../words';

/** The sentences of an institution's page. */
export const say = speaker({ common, institution });
