import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './roadmap.css';
import en from 'words:en/common,refusals,commitments,roadmap';
import gcf from 'words:gcf/common,refusals,commitments,roadmap';
import { browserStorage } from '../../store/browser';
import { startPage } from '../start';
import { RoadmapPage } from './RoadmapPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();

startPage({
  files: { en, gcf },
  storage: browserStorage(),
  page: () => <RoadmapPage code={code} />,
});
