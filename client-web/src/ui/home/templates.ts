/** The templates that the server has too: the same files. */
import week from '../../../../config/templates/consultation-1-week.json';
import plenary from '../../../../config/templates/plenary-45-minutes.json';
import workshop from '../../../../config/templates/workshop-2-hours.json';

export const templates = [plenary, workshop, week] as const;
