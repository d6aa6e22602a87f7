import '../old';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/office.css';
import './roadmap.css';
import { render } from 'preact';
import { RoadmapPage } from './RoadmapPage';

const code = (location.pathname.split('/')[2] ?? '').toUpperCase();
const place = document.getElementById('app');

if (place) {
  place.textContent = '';
  render(<RoadmapPage code={code} />, place);
}
